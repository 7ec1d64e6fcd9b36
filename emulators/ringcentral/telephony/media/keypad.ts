import { FRAME_SAMPLES, SAMPLE_RATE } from './frame.ts';
import type { Frame } from './frame.ts';

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYS = ['123A', '456B', '789C', '*0#D'];

/** Goertzel needs some 20 ms to tell 697 Hz from 770 Hz; it looks again every 5 ms, since a decoder may cut a 100 ms key to 30 ms of sound. */
const WINDOW_SAMPLES = 960;
const HOP_SAMPLES = 240;
/** A key counts when so many looks in a row agree, and may count again after so many looks without it (40 ms): sound breaks inside a key, too. */
const STEADY_LOOKS = 2;
const RELEASE_LOOKS = 8;
/** Below this mean square nothing is a key. */
const QUIET = 1e-4;
/** The two tones together must carry this share of the sound, else it is a voice. */
const PURITY = 0.6;
/** Neither tone may be more than this much stronger than the other (8 dB). */
const TWIST = 6.3;

/** Reads the keys somebody presses from the sound alone: the media library plays RFC 4733 events into it. */
export interface KeypadDetector {
  hear(frame: Frame): void;
  digits(): string;
}

/** Power of one frequency in the samples, on the scale of their mean square. */
function goertzel(samples: Float64Array, hz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  let [before, last] = [0, 0];
  for (const sample of samples) [before, last] = [last, sample + coefficient * last - before];
  const power = last * last + before * before - coefficient * last * before;
  return (2 * power) / (samples.length * samples.length);
}

function strongest(samples: Float64Array, frequencies: number[]): { index: number; power: number } {
  let best = { index: -1, power: 0 };
  for (const [index, hz] of frequencies.entries()) {
    const power = goertzel(samples, hz);
    if (power > best.power) best = { index, power };
  }
  return best;
}

export function createKeypadDetector(): KeypadDetector {
  const window = new Float64Array(WINDOW_SAMPLES);
  let heard = '';
  let candidate = '';
  let steady = 0;
  let pressed = '';
  let absent = 0;

  const keyInWindow = (): string => {
    let loudness = 0;
    for (const sample of window) loudness += sample * sample;
    loudness /= WINDOW_SAMPLES;
    if (loudness < QUIET) return '';
    const [row, column] = [strongest(window, ROWS), strongest(window, COLUMNS)];
    const pure = (row.power + column.power) / loudness > PURITY;
    const even = row.power < column.power * TWIST && column.power < row.power * TWIST;
    return pure && even ? KEYS[row.index]?.[column.index] ?? '' : '';
  };

  const look = (): void => {
    const key = keyInWindow();
    steady = key === candidate ? steady + 1 : 1;
    candidate = key;
    absent = key === pressed ? 0 : absent + 1;
    if (absent >= RELEASE_LOOKS) pressed = '';
    if (key === '' || key === pressed || steady < STEADY_LOOKS) return;
    pressed = key;
    absent = 0;
    heard += key;
  };

  return {
    hear(frame) {
      for (let from = 0; from < FRAME_SAMPLES; from += HOP_SAMPLES) {
        window.copyWithin(0, HOP_SAMPLES);
        for (let i = 0; i < HOP_SAMPLES; i += 1) window[WINDOW_SAMPLES - HOP_SAMPLES + i] = (frame[from + i] ?? 0) / 32_768;
        look();
      }
    },
    digits: () => heard,
  };
}
