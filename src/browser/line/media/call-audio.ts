/**
 * Where a call's audio is:
 *
 *   nowhere ──▶ opening ──▶ open ──▶ offered ──▶ attached
 *
 * and back to nowhere from each, when the window goes or does not answer. `open`: the microphone is there; `attached`:
 * the descriptions are exchanged, so the call is heard there.
 */
export type Place = { at: 'nowhere' } | { at: 'opening' | 'open' | 'offered' | 'attached'; windowId: string };

/** What is known of one call's audio. */
export interface CallAudio {
  stunServers: string[];
  clicked: string | null;
  muted: boolean;
  place: Place;
  /** Is heard until the call is heard in its new place. */
  leaving: string | null;
  opening: Promise<string> | null;
  /** Lets go of a window that is slow to open; null while none is being opened. */
  abandon: (() => void) | null;
  /** Was attached before: then it is moved rather than given up. */
  heard: boolean;
  /** Windows that did not answer in time, as a page that is still loading may. */
  slow: Set<string>;
  /** Windows whose microphone or media did not work. */
  refused: Set<string>;
}

export const nowhere: Place = { at: 'nowhere' };

export const noAudioYet = (): CallAudio => ({ stunServers: [], clicked: null, muted: false, place: nowhere, leaving: null, opening: null, abandon: null, heard: false, slow: new Set(), refused: new Set() });
