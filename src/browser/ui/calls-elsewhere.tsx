import type { LineState } from '../../wire/line/state.ts';
import { Button } from './button.tsx';
import { type Line, places } from './line.ts';
import { Said } from './said.tsx';
import { Timer } from './timer.tsx';
import { endTitle } from './who.ts';

/** Calls that are up on another device of this user; each can come here. */
export function CallsElsewhere({ state, line }: { state: LineState; line: Line }) {
  if (state.elsewhere.length === 0) return null;
  return (
    <section class="card waiting-calls" aria-label="On your other devices">
      <h3>On your other devices</h3>
      <ul>
        {state.elsewhere.map(({ telephonySessionId, with: end, since }) => (
          <li key={telephonySessionId}>
            <span><b>{endTitle(end)}</b> · <Timer since={since} /></span>
            <Button icon="screen" onClick={() => void line.ask({ name: 'switch-here', telephonySessionId }, places.elsewhere)}>Switch to this computer</Button>
          </li>
        ))}
      </ul>
      <Said line={line} place={places.elsewhere} />
    </section>
  );
}
