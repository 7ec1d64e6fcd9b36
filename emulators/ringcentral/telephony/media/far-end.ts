import type { End } from './room.ts';
import { createLoudness } from './hearing.ts';
import { tone } from './sound.ts';

const DEFAULT_VOICE_HZ = 440;

/** The person outside: speaks a tone, and notes how loud it is. */
export interface FarEnd extends End {
  speak(toneHz: number): void;
  energyIn(): number;
  reset(): void;
}

export function createFarEnd(): FarEnd {
  let voice = tone(DEFAULT_VOICE_HZ);
  const loudness = createLoudness();
  return {
    says: () => voice(),
    hears: (frame) => loudness.hear(frame),
    speak(toneHz) { voice = tone(toneHz); },
    energyIn: () => loudness.energy(),
    reset: () => loudness.reset(),
  };
}
