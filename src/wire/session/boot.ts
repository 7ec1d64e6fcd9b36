import * as v from 'valibot';

/** Real durations of the line in milliseconds; empty in production, journeys set short ones through a script parameter. */
export const Timings = v.partial(
  v.object({
    dialGiveUpMs: v.number(),
    gatewayRetryMs: v.number(),
    sipRetryMs: v.number(),
    sipAnswerMs: v.number(),
    signInWindowGraceMs: v.number(),
    logAfterByeMs: v.number(),
    stableAfterFlickerMs: v.number(),
    flickerWindowMs: v.number(),
    retryLogMs: v.number(),
    refusedLogMs: v.number(),
    endedCardMs: v.number(),
    lookElsewhereMs: v.number(),
    lastPageGoneMs: v.number(),
    lastPageGoneInCallMs: v.number(),
    longestRetryMs: v.number(),
    textQuietMs: v.number(),
    textLongestMs: v.number(),
    textSyncGapMs: v.number(),
  }),
);
export type Timings = v.InferOutput<typeof Timings>;

/** What a page of ours is told when it is made: by the companion's beforeLoad, or by the app Suitelet. Addresses are same-origin paths. */
export const Boot = v.object({
  account: v.string(),
  user: v.object({ id: v.number(), name: v.string() }),
  /** Hash of the bundle; part of the worker's name. */
  version: v.string(),
  urls: v.object({
    app: v.string(),
    api: v.string(),
    service: v.string(),
    calls: v.string(),
    /** The line's script: File Cabinet first, Suitelet second (switchable). */
    line: v.string(),
    /** What the line loads when something rarer is done to a call. */
    orders: v.string(),
    texts: v.string(),
    /** What the companion loads when a call, or the person, needs more than its bar. */
    panel: v.string(),
    /** What the panel loads when a form of a call is opened. */
    forms: v.string(),
    /** Elects the window that runs the line, where it is not to run in a worker. */
    elected: v.string(),
    /** The media module, loaded when a call needs it. */
    media: v.string(),
    /** The ringing module, loaded when a call rings. */
    ringing: v.string(),
    /** The service worker's script, for notifications with buttons; null: not in this account. */
    notifications: v.nullable(v.string()),
    /** The user guide. */
    guide: v.string(),
  }),
  timings: v.nullable(Timings),
  /** When this page was made, epoch milliseconds: of two versions the later page has the newer. */
  madeAt: v.number(),
  /** Where the line runs; in an elected window as well where a browser has no SharedWorker. */
  lineIn: v.picklist(['worker', 'window']),
  /** Ask before a page with a call's audio is left: for an account where moving the call to the next page is not to be relied on. */
  askBeforeLeaving: v.boolean(),
  /** The record in view; null on pages that show none. */
  record: v.nullable(v.object({ type: v.string(), id: v.number(), phones: v.array(v.object({ field: v.string(), label: v.string(), value: v.string() })) })),
});
export type Boot = v.InferOutput<typeof Boot>;

/** Id of the JSON script element which carries it. */
export const bootElementId = 'rcns-boot';
