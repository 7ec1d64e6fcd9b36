/** A call's audio as its connection has counted it so far; null: this browser does not report it. */
export interface AudioFigures {
  /** Packets that came, and those that did not. */
  received: number;
  lost: number;
  jitterMs: number | null;
  roundTripMs: number | null;
  /** Share of our own packets that the other side missed lately, in percent. */
  farLossPercent: number | null;
}

/** How a call sounds, as far as the network decides it. null: the browser does not report it. */
export interface CallQuality {
  /** Mean opinion score, 1 to 4.41, two digits. */
  mos: number;
  jitterMs: number;
  /** Of the worse direction. */
  lossPercent: number;
  roundTripMs: number | null;
  /** Whole seconds of talk it was read over. */
  seconds: number;
}

export type QualityGrade = 'good' | 'fair' | 'poor';

/** The quality of a call that is up, as windows show it: figures of the last moments. */
export interface ShownQuality extends CallQuality {
  grade: QualityGrade;
  /** Poor for so long that it is worth doing something about it. */
  lasting: boolean;
}

/** Rating of a connection without delay and loss: G.107's default for all else. */
const undisturbed = 93.2;
/** G.711 with packet loss concealment under random loss (G.113); Opus is no worse. */
const robustness = 25.1;
/** Packetisation and playout besides the jitter buffer. */
const ownDelayMs = 30;
/** From here on people notice the delay as such. */
const noticedDelayMs = 177.3;

/**
 * The rating R of ITU-T G.107 (the E-model), simplified: R = 93.2 − Id − Ie,eff, with the delay impairment
 * Id = 0.024 d + 0.11 (d − 177.3) above 177.3 ms (Cole and Rosenbluth's fit) and the loss impairment
 * Ie,eff = 95 · Ppl / (Ppl + Bpl). d is half the round trip, a jitter buffer of twice the jitter, and our own delay.
 */
export function ratingOf({ jitterMs, lossPercent, roundTripMs }: Pick<CallQuality, 'jitterMs' | 'lossPercent' | 'roundTripMs'>): number {
  const delay = (roundTripMs ?? 0) / 2 + 2 * jitterMs + ownDelayMs;
  const delayImpairment = 0.024 * delay + 0.11 * Math.max(0, delay - noticedDelayMs);
  return undisturbed - delayImpairment - (95 * lossPercent) / (lossPercent + robustness);
}

/** The mean opinion score that belongs to a rating (G.107, annex B). */
export function mosOf(rating: number): number {
  const r = Math.min(100, Math.max(0, rating));
  // The curve dips below its end between 0 and 6.5, where all is lost anyway.
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
}

/** Categories of ITU-T G.109: high from 80, medium and low from 60, below that poor. */
export const gradeOf = (rating: number): QualityGrade => (rating >= 80 ? 'good' : rating >= 60 ? 'fair' : 'poor');
