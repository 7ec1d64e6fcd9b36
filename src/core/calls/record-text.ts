import type { RecordedFacts } from './merge.ts';

/** NetSuite's message field holds about 4,000 bytes; the whole notes stand in a field of our own. */
export const longestMessageBytes = 3_900;
/** Of 256 characters; the outcome must stay readable at the end. */
const longestName = 160;
const longestReason = 60;
const ellipsis = '…';

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** UTF-8 length; there is no TextEncoder in NetSuite. */
export const utf8Bytes = (text: string): number => Array.from(text).reduce((sum, character) => sum + bytesOf(character.codePointAt(0) ?? 0), 0);

/** As much of the text as fits, never breaking a character; what is cut ends in an ellipsis. */
export function cutToBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit || utf8Bytes(text) <= limit) return text;
  let bytes = utf8Bytes(ellipsis);
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end) + ellipsis;
}

/** One line of at most so many UTF-16 units, as a database counts that counts least kindly. */
function oneLine(text: string, longest: number): string {
  // Control characters and line breaks have no place in a title, nor marks that would turn the rest of it around.
  const line = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - ellipsis.length);
  // Half an emoji at the end goes as well.
  return cut.replace(/\p{Cs}$/u, '') + ellipsis;
}

/** The other side's number as RingCentral reports it, '' when withheld. */
export const otherNumber = (facts: RecordedFacts): string => (facts.direction?.value === 'Inbound' ? facts.from?.value : facts.to?.value) ?? '';

/** NetSuite's name, else RingCentral's, else the number. */
function otherName(facts: RecordedFacts): string {
  const reported = facts.direction?.value === 'Inbound' ? facts.fromName?.value : facts.toName?.value;
  const known = facts.otherSide?.value.known?.name;
  return oneLine(known ?? '', longestName) || oneLine(reported ?? '', longestName) || oneLine(otherNumber(facts), longestName) || 'unknown number';
}

/** `Inbound call · Acme Ltd · missed`; without outcome while it is not known. */
export function titleOf(facts: RecordedFacts): string {
  const parts = [`${facts.direction?.value ?? 'Phone'} call`, otherName(facts)];
  if (facts.outcome) {
    const { outcome, reason } = facts.outcome.value;
    parts.push(outcome.toLowerCase() + (reason ? ` (${oneLine(reason, longestReason)})` : ''));
  }
  return parts.join(' · ');
}
