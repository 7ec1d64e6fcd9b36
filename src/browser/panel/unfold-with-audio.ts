import type { Line } from '../ui/line.ts';
import { follow } from '../ui/signals.ts';
import type { Fold } from '../companion/fold.ts';

/** Whoever took or made a call on this page sees its card, until it is folded or dismissed. */
export function unfoldWithAudio(line: Line, fold: Pick<Fold, 'unfold' | 'restore'>): void {
  const audioHere = (): boolean => {
    const state = line.state.value;
    return state !== null && state.calls.some(({ callId, phase }) => phase !== 'ended' && state.mediaWindows[callId] === line.windowId);
  };
  follow(audioHere, (here) => { if (here) fold.unfold(); });
  follow(() => line.state.value?.calls.length === 0, (none) => { if (none) fold.restore(); });
}
