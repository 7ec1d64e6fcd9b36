import { computed, effect } from '@preact/signals';
import type { Line } from '../ui/line.ts';
import type { Fold } from '../companion/fold.ts';

/** Whoever took or made a call on this page sees its card, until it is folded or dismissed. */
export function unfoldWithAudio(line: Line, fold: Pick<Fold, 'unfold' | 'restore'>): void {
  const audioHere = computed(() => {
    const state = line.state.value;
    return state !== null && state.calls.some(({ callId, phase }) => phase !== 'ended' && state.mediaWindows[callId] === line.windowId);
  });
  const noCalls = computed(() => line.state.value?.calls.length === 0);
  effect(() => {
    if (audioHere.value) fold.unfold();
  });
  effect(() => {
    if (noCalls.value) fold.restore();
  });
}
