import type { LineState } from '../../wire/line/state.ts';
import { CallCard } from '../ui/call-card.tsx';
import type { Line } from '../ui/line.ts';

/** Calls above a screen that is not about them: one that rings or goes on is never out of sight. */
export function LiveCalls({ state, line }: { state: LineState; line: Line }) {
  const live = state.calls.filter(({ phase }) => phase !== 'ended');
  if (live.length === 0) return null;
  return <section class="calls" aria-label="Calls">{live.map((call) => <CallCard key={call.callId} call={call} state={state} line={line} />)}</section>;
}
