import type { LineState } from '../../wire/line/state.ts';
import { Button } from './button.tsx';
import { type Line, places } from './line.ts';
import { Said } from './said.tsx';
import { Timer } from './timer.tsx';
import { endTitle } from './who.ts';

/** Calls this user has parked: where they wait, with whom, and how long. */
export function ParkedCalls({ state, line }: { state: LineState; line: Line }) {
  if (state.parked.length === 0) return null;
  return (
    <section class="card waiting-calls" aria-label="Parked calls">
      <h3>Parked calls</h3>
      <ul>
        {state.parked.map(({ orbit, with: end, since }) => (
          <li key={orbit}>
            <span><b>{endTitle(end)}</b> at {orbit} · <Timer since={since} /></span>
            <Button icon="phone" onClick={() => void line.ask({ name: 'pick-up', orbit }, places.parked)}>Pick up</Button>
          </li>
        ))}
      </ul>
      <Said line={line} place={places.parked} />
    </section>
  );
}
