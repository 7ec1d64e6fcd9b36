import type { Clock } from '../../environment/clock.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { LineHealth } from './line-health.ts';

export interface MicrophoneStateTools { clock: Clock; connection: ConnectionState; health: Pick<LineHealth, 'microphone'> }

/** Without a microphone no call can be made: the connection says so until one was opened or allowed. */
export const createMicrophoneState = ({ clock, connection, health }: MicrophoneStateTools) => ({
  onMicrophoneBlocked: (): void => connection.apply({ what: 'phone-refused', cause: 'microphone-blocked', at: clock.now() }),
  onMicrophoneOpen: (): void => {
    health.microphone('open');
    if (connection.phoneRefusal() === 'microphone-blocked') connection.apply({ what: 'link', link: 'phone', is: 'up', at: clock.now() });
  },
});
