import { FRAME_MS, FRAME_SAMPLES, SAMPLE_RATE, meanSquare } from './frame.ts';
import type { Frame } from './frame.ts';

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYS = ['123A', '456B', '789C', '*0#D'];

/** Goertzel needs some 20 ms to tell 697 Hz from 770 Hz. */
const BLOCK_FRAMES = 2;
/** A key counts after this long, and again only after as long a pause: ITU-T Q.24 accepts 40 ms, and sound may break for one frame. */
const STEADY_BLOCKS = 2;
/** Below this mean square nothing is a key. */
const QUIET = 1e-4;
/** The two tones together must carry this share of the sound, else it is a voice. */
const PURITY = 0.7;
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
  const block = new Float64Array(BLOCK_FRAMES * FRAME_SAMPLES);
  let framesInBlock = 0;
  let loudness = 0;
  let heard = '';
  let candidate = '';
  let steady = 0;
  let pressed = '';

  const keyIn = (): string => {
    if (loudness / BLOCK_FRAMES < QUIET) return '';
    const [row, column] = [strongest(block, ROWS), strongest(block, COLUMNS)];
    const pure = (row.power + column.power) / (loudness / BLOCK_FRAMES) > PURITY;
    const even = row.power < column.power * TWIST && column.power < row.power * TWIST;
    return pure && even ? KEYS[row.index]?.[column.index] ?? '' : '';
  };

  const judge = (key: string): void => {
    steady = key === candidate ? steady + 1 : 1;
    candidate = key;
    if (steady < STEADY_BLOCKS || key === pressed) return;
    pressed = key;
    heard += key;
  };

  return {
    hear(frame) {
      for (let i = 0; i < FRAME_SAMPLES; i += 1) block[framesInBlock * FRAME_SAMPLES + i] = (frame[i] ?? 0) / 32_768;
      loudness += meanSquare(frame);
      framesInBlock += 1;
      if (framesInBlock < BLOCK_FRAMES) return;
      judge(keyIn());
      framesInBlock = 0;
      loudness = 0;
    },
    digits: () => heard,
  };
}

/** The shortest key press that is certain to count, in milliseconds. */
export const SHORTEST_KEY_MS = (STEADY_BLOCKS + 1) * BLOCK_FRAMES * FRAME_MS;
