import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { forgetCopiedCall } from '../calls/forget-copied-call.ts';
import { matchOtherSide } from '../calls/match-other-side.ts';
import { rememberDeleted } from '../calls/remember-deleted.ts';
import { rememberDeletedMessage } from '../messages/remember-deleted-message.ts';
import { message } from '../netsuite/ids.ts';

/** Runs under the role of whoever saves the phone call, so that it links nobody they may not see. */
export function beforeSubmit({ newRecord, type, UserEventType }: EntryPoints.UserEvent.beforeSubmitContext): void {
  const creating = type === UserEventType.CREATE || type === UserEventType.COPY;
  // Nobody types a call's key into a form: there it comes from Make Copy, whichever of the two NetSuite calls that.
  if (type === UserEventType.COPY || (creating && runtime.executionContext === runtime.ContextType.USER_INTERFACE)) forgetCopiedCall(newRecord);
  if (creating || type === UserEventType.EDIT) matchOtherSide(newRecord, creating);
}

/** Of phone calls, and of messages where one is deleted. */
export function afterSubmit({ oldRecord, type, UserEventType }: EntryPoints.UserEvent.afterSubmitContext): void {
  if (type !== UserEventType.DELETE || !oldRecord) return;
  if (String(oldRecord.type) === message.type) rememberDeletedMessage(oldRecord);
  else rememberDeleted(oldRecord);
}
