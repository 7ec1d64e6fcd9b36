import type { EntryPoints } from 'N/types';
import { keepIndex } from '../people/keep-index.ts';

/** After any save of a person or company, through whichever door; runs as the service role where NetSuite lets it. */
export function afterSubmit({ newRecord, oldRecord, type, UserEventType }: EntryPoints.UserEvent.afterSubmitContext): void {
  if (type === UserEventType.CREATE) keepIndex({ kind: 'created', partial: false, newRecord, oldRecord: null });
  else if (type === UserEventType.EDIT || type === UserEventType.XEDIT) keepIndex({ kind: 'changed', partial: type === UserEventType.XEDIT, newRecord, oldRecord });
  else if (type === UserEventType.DELETE) keepIndex({ kind: 'deleted', partial: false, newRecord, oldRecord });
}
