import * as v from 'valibot';
import { directions, outcomes } from '../../core/calls/outcome.ts';
import { personTypes } from '../../core/people/person.ts';
import { largestTextBatch } from '../messages/log.ts';
import { largestBatch, longestNotes } from './log-answer.ts';
import { plainText } from './plain-text.ts';

/** Longest transcript accepted, in characters. */
export const longestTranscript = 500_000;

const id = (pattern: RegExp) => v.pipe(v.string(), v.maxLength(120), v.regex(pattern));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 3600));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(plainText));
/** Left out is the same as null: not known. */
const unknown = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
/** As RingCentral reports it, '' when withheld. */
const end = v.object({ number: text(60), name: unknown(text(200)) });
/** NetSuite has no URL class, which valibot's own check needs; a link must not be able to run anything either. */
const link = v.pipe(v.string(), v.maxLength(999), v.regex(/^https?:\/\/[^\s"'<>\\]+$/i));

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000));
/** Mean opinion score by ITU-T G.107, jitter, lost packets of the worse direction, round trip; over so many seconds of talk. */
const quality = v.object({
  mos: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
  jitterMs: milliseconds,
  lossPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  roundTripMs: v.nullable(milliseconds),
  seconds,
});

/** One call of one participating user, as far as the sender knows it. null: not known (yet); a later log completes it. */
export const CallLog = v.object({
  telephonySessionId: id(/^s-[0-9a-zA-Z-]+$/),
  extensionId: id(/^\d+$/),
  direction: v.picklist(directions),
  outcome: unknown(v.picklist(outcomes)),
  /** Why it failed, in RingCentral's words. */
  reason: unknown(text(200)),
  from: end,
  to: end,
  /** ISO 8601, UTC. */
  startedAt: v.pipe(v.string(), v.isoTimestamp(), v.check((start) => !Number.isNaN(Date.parse(start)))),
  talkSeconds: unknown(seconds),
  ringSeconds: unknown(seconds),
  queue: unknown(text(200)),
  notes: unknown(v.object({
    text: text(longestNotes),
    /** Epoch ms of the last keystroke; the later notes win. */
    at: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** What a person had written into the record, as a result told: the writer has seen it, so these notes may take its place. */
    over: v.optional(v.nullable(text(longestNotes))),
  })),
  /** What was said, word for word; it comes late, and from other systems. */
  transcript: v.optional(v.nullable(text(longestTranscript))),
  /** A value of the account's list of dispositions; '' takes one back. */
  disposition: unknown(text(60)),
  /** Epoch ms of the choice; the later one wins. A sender that does not know leaves it out. */
  dispositionAt: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
  recordingUrl: unknown(link),
  voicemailUrl: unknown(link),
  /** How it sounded, as far as the network decides it. */
  quality: unknown(quality),
  /** Somebody already known in the window; null: NetSuite matches the number itself. */
  person: unknown(v.object({
    type: v.picklist(personTypes),
    id: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** Epoch ms of a person's choice; the later one wins. Left out where nobody chose. */
    at: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  })),
  /** Employee id of the organizer; read only from callers who may edit the settings record, otherwise the caller. */
  organizer: unknown(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type CallLog = v.InferOutput<typeof CallLog>;

/** Body of POST to the RESTlet. `calls` (CallLog) and `texts` (TextLog) are read one by one, so that a bad one holds up nobody. */
export const LogRequest = v.pipe(
  v.object({
    account: v.string(),
    user: v.pipe(v.number(), v.integer()),
    calls: v.pipe(v.array(v.unknown()), v.maxLength(largestBatch)),
    texts: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(largestTextBatch)), []),
  }),
  v.forward(v.check(({ calls, texts }) => calls.length + texts.length > 0), ['calls']),
);
export type LogRequest = v.InferInput<typeof LogRequest>;
