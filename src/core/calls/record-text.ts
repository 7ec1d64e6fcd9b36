import { messagesIn } from '../messages/text-day.ts';
import { ellipsis } from './cut-text.ts';
import type { RecordedFacts } from './merge.ts';

/** Of 256 characters; the outcome must stay readable at the end. */
const longestName = 160;
const longestReason = 60;

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

/** `Text conversation · Acme Ltd · 12 messages`. */
function titleOfTexts(facts: RecordedFacts, { value: day }: NonNullable<RecordedFacts['texts']>): string {
  const messages = messagesIn(day);
  const more = day.others - 1;
  const who = more > 0 ? `${otherName(facts)} and ${more} ${more === 1 ? 'other' : 'others'}` : otherName(facts);
  return [more > 0 ? 'Group text' : 'Text conversation', who, `${messages} ${messages === 1 ? 'message' : 'messages'}`].join(' · ');
}

/** `Inbound call · Acme Ltd · missed`; without outcome while it is not known. */
export function titleOf(facts: RecordedFacts): string {
  if (facts.texts) return titleOfTexts(facts, facts.texts);
  const parts = [`${facts.direction?.value ?? 'Phone'} call`, otherName(facts)];
  if (facts.outcome) {
    const { outcome, reason } = facts.outcome.value;
    parts.push(outcome.toLowerCase() + (reason ? ` (${oneLine(reason, longestReason)})` : ''));
  }
  return parts.join(' · ');
}
