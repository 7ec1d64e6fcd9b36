import { FRAME_MS, FRAME_SAMPLES, SAMPLE_RATE, SILENCE } from './frame.ts';
import type { Frame } from './frame.ts';

/** A quarter of full scale: clearly heard, never clipped. */
const AMPLITUDE = 8_192;

/** Endless sound in pieces of 10 ms. */
export type Sound = () => Frame;

/** One or several frequencies in Hz at once, each at equal strength; the phase runs on over frames. 0 Hz is silence. */
export function tone(...frequencies: number[]): Sound {
  const heard = frequencies.filter((hz) => hz > 0);
  if (heard.length === 0) return () => SILENCE;
  let at = 0;
  return () => {
    const frame = new Int16Array(FRAME_SAMPLES);
    for (let i = 0; i < FRAME_SAMPLES; i += 1, at += 1) {
      let sum = 0;
      for (const hz of heard) sum += Math.sin((2 * Math.PI * hz * at) / SAMPLE_RATE);
      frame[i] = (sum / heard.length) * AMPLITUDE;
    }
    return frame;
  };
}

/** North American ringback: 440 and 480 Hz, 2 s on, 4 s off. */
export function ringback(): Sound {
  const ON_MS = 2_000;
  const PERIOD_MS = 6_000;
  const ringing = tone(440, 480);
  let atMs = 0;
  return () => {
    const on = atMs % PERIOD_MS < ON_MS;
    atMs += FRAME_MS;
    return on ? ringing() : SILENCE;
  };
}

/** What somebody on hold hears: a two-note figure, unlike any tone a person or a keypad makes here. */
export function holdMusic(): Sound {
  const NOTE_MS = 400;
  const notes = [tone(262), tone(330)];
  let atMs = 0;
  return () => {
    const note = notes[Math.floor(atMs / NOTE_MS) % notes.length];
    atMs += FRAME_MS;
    return note ? note() : SILENCE;
  };
}
