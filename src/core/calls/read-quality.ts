import { gradeOf, mosOf, ratingOf, type AudioFigures, type CallQuality, type ShownQuality } from './quality.ts';

/** What was read of a call so far. Sums are weighted by the seconds they stand for. */
export interface QualityReading {
  last: { figures: AudioFigures; at: number } | null;
  /** Of the last interval; null while nothing came. */
  now: Omit<CallQuality, 'mos' | 'seconds'> | null;
  /** Intervals in a row that were poor. */
  poor: number;
  seconds: number;
  received: number;
  lost: number;
  farLost: number;
  jitter: number;
  mos: number;
  roundTrip: number;
  roundTripSeconds: number;
}

export const noReading: QualityReading = { last: null, now: null, poor: 0, seconds: 0, received: 0, lost: 0, farLost: 0, jitter: 0, mos: 0, roundTrip: 0, roundTripSeconds: 0 };

/** A quarter of a minute at five seconds each: one bad moment is no advice. */
const poorThatLasts = 3;

const share = (lost: number, received: number): number => (lost + received === 0 ? 0 : (100 * lost) / (lost + received));
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * Takes what the connection has counted by now. Counters that went back are those of another connection. Where nobody
 * is meant to be heard (`counts` false: held, not answered yet) or nothing came, nothing is concluded.
 */
export function readQuality(reading: QualityReading, figures: AudioFigures, at: number, counts: boolean): QualityReading {
  const { last } = reading;
  const next: QualityReading = { ...reading, last: { figures, at } };
  if (last === null || !counts) return { ...next, now: null, poor: 0 };
  const restarted = figures.received < last.figures.received;
  const received = figures.received - (restarted ? 0 : last.figures.received);
  // A late packet makes up for one that counted as lost.
  const lost = Math.max(0, figures.lost - (restarted ? 0 : last.figures.lost));
  const seconds = (at - last.at) / 1000;
  if (received <= 0 || seconds <= 0) return { ...next, now: null };
  const far = figures.farLossPercent ?? 0;
  const now = { jitterMs: figures.jitterMs ?? 0, lossPercent: Math.max(share(lost, received), far), roundTripMs: figures.roundTripMs };
  const rating = ratingOf(now);
  return {
    ...next,
    now,
    poor: gradeOf(rating) === 'poor' ? reading.poor + 1 : 0,
    seconds: reading.seconds + seconds,
    received: reading.received + received,
    lost: reading.lost + lost,
    farLost: reading.farLost + far * seconds,
    jitter: reading.jitter + now.jitterMs * seconds,
    mos: reading.mos + mosOf(rating) * seconds,
    roundTrip: reading.roundTrip + (now.roundTripMs ?? 0) * seconds,
    roundTripSeconds: reading.roundTripSeconds + (now.roundTripMs === null ? 0 : seconds),
  };
}

/** What a call's card shows; null while there is nothing to show. */
export function shownQuality({ now, poor, seconds }: QualityReading): ShownQuality | null {
  if (now === null) return null;
  const rating = ratingOf(now);
  return {
    mos: rounded(mosOf(rating), 2),
    jitterMs: Math.round(now.jitterMs),
    lossPercent: rounded(now.lossPercent, 1),
    roundTripMs: now.roundTripMs === null ? null : Math.round(now.roundTripMs),
    seconds: Math.round(seconds),
    grade: gradeOf(rating),
    lasting: poor >= poorThatLasts,
  };
}

/** What is kept with the call: the mean over all its talk; null when nothing was read. */
export function wholeQuality({ seconds, received, lost, farLost, jitter, mos, roundTrip, roundTripSeconds }: QualityReading): CallQuality | null {
  if (seconds === 0) return null;
  return {
    mos: rounded(mos / seconds, 2),
    jitterMs: Math.round(jitter / seconds),
    lossPercent: rounded(Math.max(share(lost, received), farLost / seconds), 1),
    roundTripMs: roundTripSeconds === 0 ? null : Math.round(roundTrip / roundTripSeconds),
    seconds: Math.round(seconds),
  };
}
