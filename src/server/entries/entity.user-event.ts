import type { EntryPoints } from 'N/types';
import { extension } from '../netsuite/ids.ts';
import { keepExtensions } from '../people/keep-extensions.ts';
import { keepIndex } from '../people/keep-index.ts';

/** After any save of a person, company or project, or of an extension's binding, through whichever door; runs as the service role where NetSuite lets it. */
export function afterSubmit({ newRecord, oldRecord, type, UserEventType }: EntryPoints.UserEvent.afterSubmitContext): void {
  if (String(newRecord.type) === extension.type) keepExtensions(type === UserEventType.DELETE ? null : newRecord, oldRecord);
  else if (type === UserEventType.CREATE) keepIndex({ kind: 'created', partial: false, newRecord, oldRecord: null });
  else if (type === UserEventType.EDIT || type === UserEventType.XEDIT) keepIndex({ kind: 'changed', partial: type === UserEventType.XEDIT, newRecord, oldRecord });
  else if (type === UserEventType.DELETE) keepIndex({ kind: 'deleted', partial: false, newRecord, oldRecord });
}
