import type { Record as NetSuiteRecord } from 'N/record';
import { messageKey } from '../../core/messages/day-key.ts';
import { leaveTombstone } from '../calls/remember-deleted.ts';
import { message as ids } from '../netsuite/ids.ts';

/** Leaves a tombstone for one message's deleted record, so that no late report writes it again. 6 units. */
export function rememberDeletedMessage(row: NetSuiteRecord): void {
  const textOf = (fieldId: string): string => String(row.getValue({ fieldId }) ?? '');
  const [extensionId, messageId] = [textOf(ids.extension), textOf(ids.id)];
  if (extensionId !== '' && messageId !== '') leaveTombstone(messageKey({ extensionId, messageId }));
}
