import type { Tone } from './tones.ts';
import { wave } from './wave.ts';

/** The slice of an audio element in use. */
export interface TonePlayerElement {
  src: string;
  loop: boolean;
  currentTime: number;
  play(): Promise<void>;
  pause(): void;
  /** Absent in browsers that let nobody choose. */
  setSinkId?(deviceId: string): Promise<void>;
}

export interface TonePlayerTools {
  element: TonePlayerElement;
  /** Address of a sound file for this page. */
  address(file: ArrayBuffer): string;
  onRefused(): void;
}

/** Plays one tone at a time, on the device a user rings with. */
export function createTonePlayer({ element, address, onRefused }: TonePlayerTools) {
  const addresses = new Map<Tone, string>();
  let playing: Tone | null = null;
  let sink = '';

  const addressOf = (tone: Tone): string => {
    const made = addresses.get(tone) ?? address(wave(tone));
    addresses.set(tone, made);
    return made;
  };

  async function followed(device: string | null): Promise<void> {
    const next = device ?? '';
    if (next === sink) return;
    try {
      await element.setSinkId?.(next);
      sink = next;
    } catch {
      // Unplugged: it rings where it rang before.
    }
  }

  return {
    /** `device` null: the computer's own choice; one that is gone rings there too. */
    play(tone: Tone, device: string | null): void {
      if (playing === tone) return;
      playing = tone;
      element.src = addressOf(tone);
      element.loop = true;
      followed(device).then(() => (playing === tone ? element.play() : undefined)).catch((failure: unknown) => {
        // Stopped before it began is no refusal.
        if (playing !== tone || (failure instanceof Error && failure.name === 'AbortError')) return;
        playing = null;
        onRefused();
      });
    },
    stop(): void {
      if (playing === null) return;
      playing = null;
      element.pause();
      element.currentTime = 0;
    },
  };
}

export type TonePlayer = ReturnType<typeof createTonePlayer>;
