import type { Sound } from '../../wire/line/messages.ts';

/** Two milliseconds of silence: where these play, a ring does. */
const silence = 'data:audio/wav;base64,UklGRjQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YRAAAACAgICAgICAgICAgICAgICA';
/** What browsers take for a gesture of a person. */
const gestures = ['pointerup', 'keydown', 'click'] as const;

/** The slice of a page that is looked at. */
export interface SoundPage {
  newAudio(url: string): { play(): Promise<void> };
  /** A person has clicked or typed here; null where the browser does not tell. */
  wasActive(): boolean | null;
  addEventListener(type: string, listener: () => void, options: { capture: true; signal: AbortSignal }): void;
}

export interface SoundLock {
  now(): Sound;
  /** A ring was refused after all. */
  refused(): void;
  close(): void;
}

/**
 * Whether this page may be heard. Browsers do not say, so it is tried, again with each gesture while it may not; a page
 * that was never in view is not answered before it is.
 */
export function createSoundLock(page: SoundPage, onChange: (sound: Sound) => void): SoundLock {
  let sound: Sound = 'unknown';
  let waiting: AbortController | null = null;

  function be(next: Sound): void {
    if (next === 'unlocked') {
      waiting?.abort();
      waiting = null;
    }
    if (next === sound) return;
    sound = next;
    onChange(sound);
  }
  function awaitGesture(): void {
    if (waiting) return;
    waiting = new AbortController();
    for (const gesture of gestures) page.addEventListener(gesture, look, { capture: true, signal: waiting.signal });
  }
  function look(): void {
    page.newAudio(silence).play().then(
      () => be('unlocked'),
      (failure: unknown) => {
        // Another failure says nothing of gestures (a page's policy that knows no data: for instance): then what the browser counts must do.
        const locked = (failure instanceof Error && failure.name === 'NotAllowedError') || page.wasActive() !== true;
        be(locked ? 'locked' : 'unlocked');
        if (locked) awaitGesture();
      },
    );
  }
  awaitGesture();
  look();

  return {
    now: () => sound,
    refused() {
      be('locked');
      awaitGesture();
    },
    close: () => waiting?.abort(),
  };
}

export const soundPage = (page: Window & typeof globalThis): SoundPage => ({
  newAudio: (url) => new page.Audio(url),
  // Older browsers have no userActivation.
  wasActive: () => (page.navigator.userActivation as UserActivation | undefined)?.hasBeenActive ?? null,
  addEventListener: (type, listener, options) => page.addEventListener(type, listener, options),
});
