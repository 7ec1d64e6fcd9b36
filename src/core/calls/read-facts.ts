import { deliveries } from '../messages/message.ts';
import { personTypes } from '../people/person.ts';
import { noFacts, sources, type RecordedFacts } from './merge.ts';
import { directions, outcomes } from './outcome.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const oneOf = (allowed: readonly unknown[]): Check => (value) => allowed.includes(value);
const leftOutOr = (check: Check): Check => (value) => value === undefined || check(value);
const nullOr = (check: Check): Check => (value) => value === null || check(value);
const shape = (checks: Record<string, Check>): Check => (value) =>
  typeof value === 'object' && value !== null && Object.entries(checks).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const company = shape({ type: isText, id: isNumber, name: isText });
const person = shape({ type: oneOf(personTypes), id: isNumber, name: isText, company: nullOr(company) });

const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const textLine = shape({ id: isText, at: isNumber, time: isText, who: isText, text: isText, attachments: isNumber, delivery: oneOf(deliveries), reason: nullOr(isText) });

const values: Record<keyof RecordedFacts, Check> = {
  direction: oneOf(directions), outcome: shape({ outcome: oneOf(outcomes), reason: nullOr(isText) }), from: isText, to: isText, fromName: isText, toName: isText,
  startedAt: isNumber, talkSeconds: isNumber, ringSeconds: isNumber, queue: isText, disposition: shape({ text: isText, at: isNumber }), recordingUrl: isText, voicemailUrl: isText,
  quality: shape({ mos: isNumber, jitterMs: isNumber, lossPercent: isNumber, roundTripMs: nullOr(isNumber), seconds: isNumber }),
  transcript: isText, notes: shape({ text: isText, at: isNumber }), otherSide: shape({ ref: shape({ type: oneOf(personTypes), id: isNumber }), known: nullOr(person), at: leftOutOr(isNumber) }),
  texts: shape({ others: isNumber, lines: listOf(textLine), earlier: listOf(isText) }),
};

/** Reads facts kept as JSON; missing ones are not known. null: damaged or forged, not ours. */
export function readFacts(kept: unknown): RecordedFacts | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const facts = { ...noFacts, ...kept };
  const good = Object.entries(values).every(([name, check]) => nullOr(shape({ value: check, source: oneOf(sources) }))(facts[name as keyof RecordedFacts]));
  return good ? facts : null;
}
