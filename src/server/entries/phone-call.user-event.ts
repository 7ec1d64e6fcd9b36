import type { EntryPoints } from 'N/types';
import { matchOtherSide } from '../calls/match-other-side.ts';
import { rememberDeleted } from '../calls/remember-deleted.ts';

/** Runs under the role of whoever saves the phone call, so that it links nobody they may not see. */
export function beforeSubmit({ newRecord, type, UserEventType }: EntryPoints.UserEvent.beforeSubmitContext): void {
  if (type === UserEventType.CREATE || type === UserEventType.EDIT) matchOtherSide(newRecord, type === UserEventType.CREATE);
}

export function afterSubmit({ oldRecord, type, UserEventType }: EntryPoints.UserEvent.afterSubmitContext): void {
  if (type === UserEventType.DELETE && oldRecord) rememberDeleted(oldRecord);
}
