import type { SoundClock } from './clock.ts';
import type { Frame } from './frame.ts';
import { FRAME_SAMPLES, SILENCE } from './frame.ts';
import { holdMusic } from './sound.ts';
import type { Sound } from './sound.ts';

/** One side of a conversation: says 10 ms at a time, and hears as much. */
export interface End {
  says(): Frame;
  hears(frame: Frame): void;
}

/** Where somebody sits in a room. `held`: hears silence and is not heard. `alone`: what is heard while nobody else is there. */
export interface Seat {
  readonly end: End;
  held: boolean;
  alone: Sound | null;
}

/**
 * People who hear each other, 10 ms at a time: two in a call, three and more in a conference. Who is left with nobody but
 * holders hears music. A page that holds keeps sending its microphone, so silence is made here.
 */
export interface Room {
  enter(end: End): Seat;
  leave(seat: Seat): void;
  close(): void;
}

export function createRoom(clock: SoundClock): Room {
  const seats = new Set<Seat>();
  const music = holdMusic();

  const beat = (): void => {
    const voices = [...seats].map((seat) => ({ seat, voice: seat.end.says() }));
    const tune = [...seats].some(({ held }) => held) ? music() : SILENCE;
    for (const seat of seats) {
      const others = voices.filter((other) => other.seat !== seat);
      const heard = others.filter((other) => !other.seat.held).map(({ voice }) => voice);
      if (seat.held) seat.end.hears(SILENCE);
      else if (others.length === 0) seat.end.hears(seat.alone?.() ?? SILENCE);
      else seat.end.hears(heard.length === 0 ? tune : mixed(heard));
    }
  };
  const stop = clock.onBeat(beat);
  return {
    enter(end) {
      const seat: Seat = { end, held: false, alone: null };
      seats.add(seat);
      return seat;
    },
    leave(seat) { seats.delete(seat); },
    close() {
      stop();
      seats.clear();
    },
  };
}

/** The sum of several voices; what is too loud is cut, as in a real mixer. */
export function mixed(voices: Frame[]): Frame {
  const [only] = voices;
  if (voices.length === 1 && only) return only;
  const sum = new Int16Array(FRAME_SAMPLES);
  for (let i = 0; i < FRAME_SAMPLES; i += 1) {
    let level = 0;
    for (const voice of voices) level += voice[i] ?? 0;
    sum[i] = Math.max(-32_768, Math.min(32_767, level));
  }
  return sum;
}
