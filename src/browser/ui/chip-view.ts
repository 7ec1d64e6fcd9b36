import type { LineView } from '../windows/line-client.ts';
import type { ConnectionStatus } from '../../core/connections/status.ts';
import { timeOfDay } from './time-of-day.ts';
import {
  chipLabels, connectingSteps, flickering, lineRestarting, lineStarting, noCallsCauses, notSetUp, reconnectCauses, reconnectingTries, unavailableCauses, untilStable,
} from './words/connection.ts';

export type ChipTone = 'gray' | 'green' | 'amber' | 'orange';

/** The connection in one word and one colour. */
export interface ChipFace { label: string; tone: ChipTone; pulsing: boolean }

/** How the connection is shown: the chip, and the sentences beside or under it. */
export interface ChipView extends ChipFace { details: string[] }

const tones: Record<ConnectionStatus['state'], ChipTone> = {
  'not-connected': 'gray',
  connecting: 'gray',
  connected: 'green',
  'connected-no-calls': 'amber',
  reconnecting: 'amber',
  'reconnect-needed': 'orange',
};

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

function detailsOfView(view: LineView): string[] {
  switch (view.reach) {
    case 'starting': return [lineStarting];
    case 'restarting': return [lineRestarting];
    case 'unavailable': return [unavailableCauses[view.why]];
    case 'here': return detailsOf(view.state.connection);
  }
}

/** One chip for every view a window can have of the line; a line not reached yet shows as a phone that is starting. */
export function chipFace(view: LineView): ChipFace {
  switch (view.reach) {
    case 'starting':
    case 'restarting': return { label: chipLabels.connecting, tone: 'gray', pulsing: true };
    case 'unavailable': return { label: chipLabels['not-connected'], tone: 'gray', pulsing: false };
    case 'here': {
      const { state } = view.state.connection;
      return { label: chipLabels[state], tone: tones[state], pulsing: state === 'connecting' };
    }
  }
}

export const chipView = (view: LineView): ChipView => ({ ...chipFace(view), details: detailsOfView(view) });
