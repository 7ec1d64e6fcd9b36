import { cutToBytes, longestMessageBytes, utf8Bytes } from '../calls/cut-text.ts';
import type { TextDay, TextLine } from './text-day.ts';

/** Where the rest is: the list of our message records on the phone call, named like their type. */
const list = 'RingCentral Message';
/** Longest name in front of a text. */
const longestName = 60;

const plain = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
/** A line break inside a text must not look like the next message. */
const indented = (text: string): string => plain(text).trim().replace(/\s*(?:\r\n?|[\n\u2028\u2029\v\f\u0085])\s*/g, '\n    ');

function shownLine({ time, who, text, attachments, delivery, reason }: TextLine): string {
  const name = plain(who).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim().slice(0, longestName).replace(/\p{Cs}$/u, '') || 'unknown number';
  const files = attachments === 0 ? '' : attachments === 1 ? '[1 attachment]' : `[${attachments} attachments]`;
  const failed = delivery === 'Failed' ? `(not delivered${reason ? `: ${plain(reason).replace(/\s+/g, ' ').slice(0, 60)}` : ''})` : '';
  return `${time === '' ? '' : `${time} `}${name}: ${[indented(text), files, failed].filter(Boolean).join(' ')}`;
}

/**
 * A day's texts as people read them, in order, within the bytes of NetSuite's comment field. Where not all fit, the newest
 * are shown and the first line says how many are not.
 */
export function transcriptOf({ lines, earlier }: TextDay): string {
  const inOrder = [...lines].sort((a, b) => a.at - b.at || a.id.length - b.id.length || (a.id < b.id ? -1 : 1)).map(shownLine);
  const note = (hidden: number): string => (hidden === 0 ? '' : `… ${hidden} earlier ${hidden === 1 ? 'message is' : 'messages are'} listed under ${list}.\n`);
  const room = longestMessageBytes - utf8Bytes(note(inOrder.length + earlier.length));
  const shown: string[] = [];
  let bytes = 0;
  for (const line of inOrder.reverse()) {
    const size = utf8Bytes(line) + 1;
    if (bytes + size > room) break;
    bytes += size;
    shown.unshift(line);
  }
  return cutToBytes(note(inOrder.length + earlier.length - shown.length) + shown.join('\n'), longestMessageBytes);
}
