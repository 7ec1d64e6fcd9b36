import type { Record as NetSuiteRecord } from 'N/record';
import type { CallKey } from '../../core/calls/call.ts';
import { textDayId } from '../../core/messages/day-key.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';

/** External id of a call's record: NetSuite keeps it unique per record type, which settles every race. */
export const externalIdOf = ({ telephonySessionId, extensionId }: CallKey): string => `rcns:${telephonySessionId}:${extensionId}`;

/** The key a phone call of ours was made with, read from its own fields: of a call, or of a conversation's texts of one day. null: not ours. */
export function keyOnRecord(phoneCall: NetSuiteRecord): string | null {
  const textOf = (fieldId: string): string => String(phoneCall.getValue({ fieldId }) ?? '');
  const extensionId = textOf(ids.extension);
  const telephonySessionId = textOf(ids.session);
  const conversationDay = textOf(ids.conversation);
  if (extensionId === '') return null;
  if (telephonySessionId !== '') return externalIdOf({ telephonySessionId, extensionId });
  return conversationDay === '' ? null : textDayId(extensionId, conversationDay);
}
