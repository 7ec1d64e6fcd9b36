import { abilitiesOf, connectionStep, nextTick, noConnection, statusOf, type Connection, type ConnectionFact } from '../../../core/connections/connection.ts';
import type { Ability, ConnectionStatus } from '../../../core/connections/status.ts';
import type { Clock } from '../../environment/clock.ts';
import type { LineTimings } from '../timings.ts';

export interface ConnectionStateTools {
  clock: Clock;
  timings: Pick<LineTimings, 'flickerWindowMs' | 'stableAfterFlickerMs'>;
  onChange(before: Connection, after: Connection): void;
}

/** Holds the connection and turns its clock: the pure step is core's. */
export function createConnectionState({ clock, timings, onChange }: ConnectionStateTools) {
  const times = { windowMs: timings.flickerWindowMs, stableMs: timings.stableAfterFlickerMs };
  let connection: Connection = noConnection;
  let cancelTick = (): void => undefined;

  function apply(fact: ConnectionFact): void {
    const next = connectionStep(connection, fact, times);
    if (next === connection) return;
    const before = connection;
    connection = next;
    cancelTick();
    const due = nextTick(connection, times);
    if (due !== null) cancelTick = clock.after(Math.max(0, due - clock.now()), () => apply({ what: 'tick', at: clock.now() }));
    onChange(before, next);
  }

  return {
    apply,
    current: (): Connection => connection,
    status: (): ConnectionStatus => statusOf(connection),
    abilities: (): Ability[] => abilitiesOf(connection),
    isSignedIn: (): boolean => connection.session.is === 'signed-in',
    /** Why no call can be made although signed in; null when nothing speaks against it. */
    phoneRefusal: () => (connection.phone.is === 'refused' ? connection.phone.cause : null),
    close: (): void => cancelTick(),
  };
}

export type ConnectionState = ReturnType<typeof createConnectionState>;
