import type { RecordedFacts } from './merge.ts';
import { messagesIn } from '../messages/text-day.ts';
import { transcriptOf } from '../messages/transcript.ts';
import { cutToBytes, longestMessageBytes } from './cut-text.ts';
import { otherNumber, titleOf } from './record-text.ts';

/** The fields of a phone call that hold what we know; the server knows their ids in NetSuite. */
export const recordFields = [
  'title', 'message', 'notes', 'phone', 'company', 'contact', 'employee', 'direction', 'outcome', 'reason', 'disposition',
  'from', 'to', 'queue', 'startedAt', 'talkSeconds', 'ringSeconds', 'recording', 'voicemail', 'transcript',
  'mos', 'jitterMs', 'lossPercent', 'roundTripMs', 'messages',
] as const;
export type RecordField = (typeof recordFields)[number];

/**
 * Each as text: ids, whole seconds and figures in digits, `startedAt` in epoch seconds, lists by the words of their values, '' for
 * empty. A record is read into the same form, so that the two can be compared.
 */
export type RecordValues = Record<RecordField, string>;

/** The fields that name the other side: the only ones which matching may touch. */
export const otherSideFields = ['title', 'company', 'contact', 'employee'] as const satisfies readonly RecordField[];

/** NetSuite's phone fields refuse fewer than seven digits and more than 32 characters, and are for numbers alone; From and To hold what does not fit. */
const dialled = (number: string): string => (/^[+\d\s().\-/#*]{7,32}$/.test(number) && number.replace(/\D/g, '').length >= 7 ? number : '');
const digits = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** What the record should say, given the facts. */
export function valuesOf(facts: RecordedFacts): RecordValues {
  const person = facts.otherSide?.value.known ?? null;
  const notes = facts.notes?.value.text ?? '';
  // An employee cannot stand in company; a contact without company leaves it empty.
  const company = person === null || person.type === 'employee' ? null : person.type === 'contact' ? (person.company?.id ?? null) : person.id;
  return {
    title: titleOf(facts),
    message: facts.texts ? transcriptOf(facts.texts.value) : cutToBytes(notes, longestMessageBytes),
    notes,
    phone: dialled(otherNumber(facts)),
    company: digits(company),
    contact: person?.type === 'contact' ? digits(person.id) : '',
    employee: person?.type === 'employee' ? digits(person.id) : '',
    direction: facts.direction?.value ?? '',
    outcome: facts.outcome?.value.outcome ?? '',
    reason: facts.outcome?.value.reason ?? '',
    disposition: facts.disposition?.value.text ?? '',
    from: facts.from?.value ?? '',
    to: facts.to?.value ?? '',
    queue: facts.queue?.value ?? '',
    startedAt: facts.startedAt ? digits(Math.floor(facts.startedAt.value / 1000)) : '',
    talkSeconds: digits(facts.talkSeconds?.value),
    ringSeconds: digits(facts.ringSeconds?.value),
    recording: facts.recordingUrl?.value ?? '',
    voicemail: facts.voicemailUrl?.value ?? '',
    transcript: facts.transcript?.value ?? '',
    mos: digits(facts.quality?.value.mos),
    jitterMs: digits(facts.quality?.value.jitterMs),
    lossPercent: digits(facts.quality?.value.lossPercent),
    roundTripMs: digits(facts.quality?.value.roundTripMs),
    messages: digits(facts.texts && messagesIn(facts.texts.value)),
  };
}
