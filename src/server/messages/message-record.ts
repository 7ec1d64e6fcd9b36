import record = require('N/record');
import { messageKey } from '../../core/messages/day-key.ts';
import { deliveries, type Delivery } from '../../core/messages/message.ts';
import type { TextEnd } from '../../core/messages/message.ts';
import { message as ids } from '../netsuite/ids.ts';
import { attachmentLine } from './attachment-line.ts';
import type { TextToLog } from './text-to-log.ts';

const endText = ({ number, name }: TextEnd): string => (name ? `${name} <${number}>` : number);
/** Longest value of a free-form text field. */
const longestField = 300;

/** Keeps a message whole in a record of its own below its phone call. 6 units. Throws NetSuite's own refusals, of a doubled key too. */
export function createMessage({ log, message, zone }: TextToLog, call: number): number {
  const row = record.create({ type: ids.type });
  const values: Record<string, string | number | Date> = {
    externalid: messageKey(log),
    [ids.call]: call,
    [ids.extension]: log.extensionId,
    [ids.id]: log.messageId,
    [ids.conversation]: log.conversationId,
    [ids.at]: new Date(message.at),
    [ids.direction]: message.direction,
    [ids.from]: endText(message.from).slice(0, longestField),
    [ids.to]: message.to.map(endText).join('\n'),
    [ids.delivery]: message.delivery,
    [ids.reason]: message.reason ?? '',
    [ids.zone]: zone ?? '',
    [ids.text]: message.text,
    [ids.attachments]: message.attachments.map(attachmentLine).join('\n'),
  };
  for (const [fieldId, value] of Object.entries(values)) if (value !== '') row.setValue({ fieldId, value });
  return row.save();
}

/**
 * Adds to a message's record what a later report knows more: how far the text got, a text or attachments that came late. Never takes
 * anything away. true: something was added. 2 units, 4 more to save. Throws RCRD_HAS_BEEN_CHANGED when somebody else was faster.
 */
export function completeMessage(id: number, { message }: TextToLog): boolean {
  const row = record.load({ type: ids.type, id });
  const textOf = (fieldId: string): string => String(row.getValue({ fieldId }) ?? '');
  let changed = false;
  const set = (fieldId: string, value: string): void => {
    row.setValue({ fieldId, value });
    changed = true;
  };
  if (deliveries.indexOf(message.delivery) > deliveries.indexOf(textOf(ids.delivery) as Delivery)) {
    set(ids.delivery, message.delivery);
    if (textOf(ids.reason) !== (message.reason ?? '')) set(ids.reason, message.reason ?? '');
  }
  if (textOf(ids.text) === '' && message.text !== '') set(ids.text, message.text);
  const there = textOf(ids.attachments);
  const late = message.attachments.filter(({ url }) => !there.split(/\s+/).includes(url)).map(attachmentLine);
  if (late.length > 0) set(ids.attachments, [...(there === '' ? [] : [there]), ...late].join('\n'));
  if (changed) row.save();
  return changed;
}
