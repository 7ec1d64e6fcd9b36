import type { Command } from '../../wire/line/commands.ts';
import type { LineState } from '../../wire/line/state.ts';

/** What dist/ringing.js offers; loaded with the first call that rings, or text to tell of. */
export interface Ringer {
  /** null: the line is not there. */
  show(state: LineState | null): void;
  close(): void;
}
export interface RingerModule { createRinger(tools: RingerTools): Ringer }
export interface RingerTools {
  windowId: string;
  /** The browser did not play the ring. */
  onRefused(): void;
  /** Script of the service worker; null: notifications have no buttons. */
  notificationsUrl: string | null;
  /** Address of the phone app. */
  app: string;
  /** What a notification's button asks. */
  command(command: Command): void;
}

export interface RingHostTools extends RingerTools { load(): Promise<unknown> }

const rings = (state: LineState): boolean => state.calls.some(({ phase, direction }) => phase === 'ringing' && direction === 'Inbound');

/** Makes a call, and a text that came in, heard and seen in this window: tone, title, notification. */
export function createRingHost({ load, ...tools }: RingHostTools) {
  let state: LineState | null = null;
  let loading: Promise<Ringer> | null = null;

  function show(next: LineState | null): void {
    state = next;
    if (!loading && !(state && (rings(state) || state.texts?.news.some(({ soundsIn }) => soundsIn === tools.windowId)))) return;
    loading ??= load().then((module) => (module as RingerModule).createRinger(tools));
    loading.then((ringer) => ringer.show(state), () => (loading = null));
  }
  return {
    show,
    close: (): void => void loading?.then((ringer) => ringer.close(), () => undefined),
  };
}
