import type { ReadonlySignal } from '../ui/signals.ts';
import type { Line } from '../ui/line.ts';
import { Timer } from '../ui/timer.tsx';
import { whoIsIt } from '../ui/who.ts';
import { phaseWords } from '../ui/words/call.ts';
import { shownCalls } from './shown-calls.ts';

/** The call without a card, in a few words inside the dock's bar. */
export function BarCall({ line, unfolded }: { line: Line; unfolded: ReadonlySignal<boolean> }) {
  const { bar } = shownCalls(line.state.value?.calls ?? [], unfolded.value);
  return bar && <><span class="bar-who">{whoIsIt(bar).title}</span><span> · {bar.phase === 'talking' ? <Timer since={bar.answeredAt} /> : phaseWords(bar)}</span></>;
}
