import type { Direction, Outcome } from './outcome.ts';
import type { CallQuality } from './quality.ts';
import { mergeDays, type TextDay } from '../messages/text-day.ts';
import type { Person, PersonRef } from '../people/person.ts';

/** Where a fact comes from; a later one outranks an earlier one: the phone index guesses, a window knows, RingCentral's call log settles. */
export const sources = ['matched', 'live', 'call-log'] as const;
export type Source = (typeof sources)[number];

/** Something known about a call; null means not known (yet). */
export type Fact<T> = { value: T; source: Source } | null;

/** How it ended; the reason of a failure in RingCentral's words. */
export interface Ending { outcome: Outcome; reason: string | null }

/** The other side: `known` is null until NetSuite has shown who stands behind the reference; `at`: when a person chose it, left out where nobody did. */
export interface OtherSide { ref: PersonRef; known: Person | null; at?: number }

/** Everything that several reports may tell about one call of one user. Times are epoch milliseconds, durations whole seconds. */
export interface RecordedFacts {
  direction: Fact<Direction>;
  outcome: Fact<Ending>;
  from: Fact<string>;
  to: Fact<string>;
  fromName: Fact<string>;
  toName: Fact<string>;
  startedAt: Fact<number>;
  talkSeconds: Fact<number>;
  ringSeconds: Fact<number>;
  queue: Fact<string>;
  /** `at`: when it was chosen. */
  disposition: Fact<{ text: string; at: number }>;
  recordingUrl: Fact<string>;
  voicemailUrl: Fact<string>;
  quality: Fact<CallQuality>;
  transcript: Fact<string>;
  /** `at`: last keystroke. */
  notes: Fact<{ text: string; at: number }>;
  otherSide: Fact<OtherSide>;
  /** Only where the record holds the texts of one conversation and day, and no call. */
  texts: Fact<TextDay>;
}

export const noFacts: RecordedFacts = {
  direction: null, outcome: null, from: null, to: null, fromName: null, toName: null, startedAt: null, talkSeconds: null, ringSeconds: null,
  queue: null, disposition: null, recordingUrl: null, voicemailUrl: null, quality: null, transcript: null, notes: null, otherSide: null, texts: null,
};

/** Among reports of the same source the higher one holds: a talk beats everything, a refusal stays one when voicemail follows. */
const outcomeRank: Record<Outcome, number> = { Completed: 7, Declined: 6, Voicemail: 5, Missed: 4, Busy: 3, Failed: 2, 'No answer': 1 };

type Comparison<T> = (a: NonNullable<Fact<T>>, b: NonNullable<Fact<T>>) => number;

const bySource: Comparison<unknown> = (a, b) => sources.indexOf(a.source) - sources.indexOf(b.source);
const byNumber = (a: number, b: number): number => a - b;
/** Longer text first: a withheld number or a cut name loses against the whole. */
const byText = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const byReference = (a: PersonRef, b: PersonRef): number => byText(`${a.type}:${a.id}`, `${b.type}:${b.id}`);

const inOrder = ({ mos, jitterMs, lossPercent, roundTripMs }: CallQuality): unknown[] => [mos, jitterMs, lossPercent, roundTripMs];

/** Every order below is total, so that the greater of two facts does not depend on who came first. */
const settled = <T>(byValue: (a: T, b: T) => number): Comparison<T> => (a, b) => bySource(a, b) || byValue(a.value, b.value);

const text = settled(byText);
const longest = settled(byNumber);
/** Who listened longer knows better. */
const quality = settled((a: CallQuality, b: CallQuality) => a.seconds - b.seconds || byText(JSON.stringify(inOrder(a)), JSON.stringify(inOrder(b))));
const earliest = settled((a: number, b: number) => b - a);
const outcome = settled((a: Ending, b: Ending) => outcomeRank[a.outcome] - outcomeRank[b.outcome] || byText(a.reason ?? '', b.reason ?? ''));
/** What a person wrote or chose last holds. */
const latest: Comparison<{ text: string; at: number }> = (a, b) => a.value.at - b.value.at || byText(a.value.text, b.value.text) || bySource(a, b);
/** A later choice holds against an earlier one, and any against what a window merely knew. */
const otherSide = settled((a: OtherSide, b: OtherSide) => (a.at ?? 0) - (b.at ?? 0) || byReference(a.ref, b.ref) || byText(JSON.stringify(a.known), JSON.stringify(b.known)));

const greater = <T>(order: Comparison<T>, a: Fact<T>, b: Fact<T>): Fact<T> => (a === null ? b : b === null || order(a, b) >= 0 ? a : b);

/** Each report of a day's texts knows some of them. */
const together = (a: Fact<TextDay>, b: Fact<TextDay>): Fact<TextDay> => (a && b ? { value: mergeDays(a.value, b.value), source: bySource(a, b) >= 0 ? a.source : b.source } : (a ?? b));

/**
 * Puts two reports of one call together, field by field: the greater of two known facts stays.
 * Commutative, associative and idempotent, so that reports may come late, twice and in any order.
 */
export const merge = (a: RecordedFacts, b: RecordedFacts): RecordedFacts => ({
  direction: greater(text as Comparison<Direction>, a.direction, b.direction),
  outcome: greater(outcome, a.outcome, b.outcome),
  from: greater(text, a.from, b.from),
  to: greater(text, a.to, b.to),
  fromName: greater(text, a.fromName, b.fromName),
  toName: greater(text, a.toName, b.toName),
  startedAt: greater(earliest, a.startedAt, b.startedAt),
  talkSeconds: greater(longest, a.talkSeconds, b.talkSeconds),
  ringSeconds: greater(longest, a.ringSeconds, b.ringSeconds),
  queue: greater(text, a.queue, b.queue),
  disposition: greater(latest, a.disposition, b.disposition),
  recordingUrl: greater(text, a.recordingUrl, b.recordingUrl),
  voicemailUrl: greater(text, a.voicemailUrl, b.voicemailUrl),
  quality: greater(quality, a.quality, b.quality),
  transcript: greater(text, a.transcript, b.transcript),
  notes: greater(latest, a.notes, b.notes),
  otherSide: greater(otherSide, a.otherSide, b.otherSide),
  texts: together(a.texts, b.texts),
});
