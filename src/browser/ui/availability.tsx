import type { PresenceChange } from '../../wire/line/presence.ts';
import { Button } from './button.tsx';
import { type Line, places } from './line.ts';
import { doNotDisturb, partlyAvailable, takeQueueCalls } from './words/presence.ts';

const asker = (line: Line) => (change: PresenceChange): void => void line.ask({ name: 'set-presence', change }, places.presence);

/** The switch that keeps all calls away, as RingCentral has it; nothing where RingCentral has no such switch. */
export function DoNotDisturbButton({ line }: { line: Line }) {
  const presence = line.state.value?.presence;
  if (!presence) return null;
  const on = presence.doNotDisturb === 'DoNotAcceptAnyCalls';
  return <Button icon="doNotDisturb" pressed={on} onClick={() => asker(line)({ doNotDisturb: on ? 'TakeAllCalls' : 'DoNotAcceptAnyCalls' })}>{doNotDisturb}</Button>;
}

/** The switch for queue calls, that for all calls beside it where it is not on the screen already, and what stands between all and none. */
export function Availability({ line, withAllCalls = false }: { line: Line; withAllCalls?: boolean }) {
  const presence = line.state.value?.presence;
  if (!presence) return null;
  const between = partlyAvailable[presence.doNotDisturb];
  return (
    <div class="availability">
      <div class="actions">
        {withAllCalls && <DoNotDisturbButton line={line} />}
        <Button icon="queue" pressed={presence.takesQueueCalls} onClick={() => asker(line)({ takesQueueCalls: !presence.takesQueueCalls })}>{takeQueueCalls}</Button>
      </div>
      {between && <p class="quiet">{between}</p>}
    </div>
  );
}
