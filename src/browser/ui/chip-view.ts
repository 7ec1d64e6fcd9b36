import type { LineView } from '../windows/line-client.ts';
import type { ConnectionStatus } from '../../core/connections/status.ts';
import {
  chipLabels, connectingSteps, flickering, lineRestarting, lineStarting, noCallsCauses, notSetUp, reconnectCauses, reconnectingTries, unavailableCauses, untilStable,
} from './words/connection.ts';

export type ChipTone = 'gray' | 'green' | 'amber' | 'orange';

/** How the connection is shown: the chip, and the sentences beside or under it. */
export interface ChipView { label: string; tone: ChipTone; pulsing: boolean; details: string[] }

const tones: Record<ConnectionStatus['state'], ChipTone> = {
  'not-connected': 'gray',
  connecting: 'gray',
  connected: 'green',
  'connected-no-calls': 'amber',
  reconnecting: 'amber',
  'reconnect-needed': 'orange',
};

/** Time of day as the person's own locale writes it, e.g. 14:05. */
const timeOfDay = (at: number): string => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

function detailsOf(status: ConnectionStatus): string[] {
  switch (status.state) {
    case 'not-connected': return status.companySetUp === false ? [notSetUp] : [];
    case 'connecting': return [connectingSteps[status.step]];
    case 'connected': return [];
    case 'connected-no-calls': return [noCallsCauses[status.cause]];
    case 'reconnecting': return status.flickering ? [flickering, `Since ${timeOfDay(status.since)}. ${untilStable}`] : [`Since ${timeOfDay(status.since)}. ${reconnectingTries[status.down]}`];
    case 'reconnect-needed': return [reconnectCauses[status.cause]];
  }
}

/** One chip for every view a window can have of the line; a line not reached yet shows as a phone that is starting. */
export function chipView(view: LineView): ChipView {
  switch (view.reach) {
    case 'starting': return { label: chipLabels.connecting, tone: 'gray', pulsing: true, details: [lineStarting] };
    case 'restarting': return { label: chipLabels.connecting, tone: 'gray', pulsing: true, details: [lineRestarting] };
    case 'unavailable': return { label: chipLabels['not-connected'], tone: 'gray', pulsing: false, details: [unavailableCauses[view.why]] };
    case 'here': {
      const status = view.state.connection;
      return { label: chipLabels[status.state], tone: tones[status.state], pulsing: status.state === 'connecting', details: detailsOf(status) };
    }
  }
}
