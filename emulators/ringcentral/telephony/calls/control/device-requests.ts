import { CallRefusal } from '../../contract.ts';
import type { CallRefusalCode } from '../../contract.ts';
import type { CallTools, DeviceRequests } from '../call-tools.ts';
import type { Place } from '../call.ts';
import { onwardOf } from './destinations.ts';
import { flipTo } from './flip.ts';
import type { Orbits } from './park.ts';
import { startRecording, stopRecording } from './recording.ts';
import type { Transfers } from './transfer.ts';

/** A refusal as the SIP status that a NOTIFY carries, or the `code` of an INFO's result. */
const STATUS: Record<CallRefusalCode, number> = {
  'no such session': 481, 'no such party': 481, 'no such target': 404, 'no such recording': 404, 'not allowed now': 403, 'not emulated': 501,
};
const SUCCESS = { code: 0, description: 'Success' };

/** What devices ask for by REFER, INFO and RC message. */
export function createDeviceRequests(tools: CallTools, parts: { orbits: Orbits; transfers: Transfers }): DeviceRequests {
  const { orbits, transfers } = parts;

  /** The user's other call, as Replaces names it. */
  const consulted = (place: Place, callId: string): Place | undefined => {
    for (const call of tools.calls()) {
      for (const member of call.members()) {
        if (call !== place.call && call.session.party(member.place.party).sipData?.callId === callId) return member.place;
      }
    }
    return undefined;
  };

  const run = (place: Place, command: string, target: string | undefined): Record<string, string> => {
    switch (command) {
      case 'startcallrecord': startRecording(place); return {};
      case 'stopcallrecord': stopRecording(place); return {};
      case 'callflip': flipTo(tools, place, target ?? ''); return target === undefined ? {} : { number: target, target };
      case 'callpark': return { 'park extension': orbits.park(place).orbit };
      default: throw new CallRefusal('not emulated', `NotEmulated ${command.slice(0, 40)}`);
    }
  };

  return {
    referred(place, { target, replaces }) {
      try {
        if (replaces) {
          const second = consulted(place, replaces.callId);
          const own = place.call.session.party(place.party).extensionId;
          if (!second || second.call.session.party(second.party).extensionId !== own) throw new CallRefusal('no such session', 'No call of the same user has this dialog.');
          return { status: 200, proceed: transfers.connecting(place, second) };
        }
        return { status: 200, proceed: transfers.sending(place, onwardOf(target, tools.directory), 'BlindTransfer') };
      } catch (error) {
        if (!(error instanceof CallRefusal)) throw error;
        return { status: STATUS[error.code], proceed() { /* The call goes on as it was. */ } };
      }
    },
    commanded(place, { command, target }) {
      try {
        return { ...SUCCESS, ...run(place, command, target) };
      } catch (error) {
        if (!(error instanceof CallRefusal)) throw error;
        return { code: STATUS[error.code], description: error.message };
      }
    },
    forwarded(place, number) {
      try {
        transfers.sending(place, onwardOf(number, tools.directory), 'CallRedirected')();
        return true;
      } catch (error) {
        if (!(error instanceof CallRefusal)) throw error;
        return false;
      }
    },
  };
}
