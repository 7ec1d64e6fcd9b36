import type { Call } from '../../../core/calls/call.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import { longestNotes } from '../../../wire/calls/log.ts';
import type { Clock } from '../../environment/clock.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { AnswerCall } from './answer-call.ts';
import type { Calls } from './calls.ts';
import type { Controls } from './controls.ts';
import { done, refusalOf, refused } from './refusal.ts';
import type { RingingCommands } from './ringing-commands.ts';
import type { ServiceCommands } from './service-commands.ts';
import type { TalkToOne } from './talk-to-one.ts';
import type { TransferCommands } from './transfer-commands.ts';
import type { Turns } from './turns.ts';

export type CallCommand = Extract<Command, { callId: string }>;

export interface CallCommandTools {
  clock: Clock;
  calls: Calls;
  leg(callId: string): SipCall | undefined;
  controls: Controls;
  turns: Turns;
  one: TalkToOne;
  answer: AnswerCall;
  ringing: RingingCommands;
  transfers: TransferCommands;
  services: ServiceCommands;
}

const keys = /^[0-9A-D*#,]{1,50}$/i;
/** Remembered for the keypad's display. */
const mostKeys = 100;
/** Whatever else is being done to the call. */
const always = new Set<CallCommand['name']>(['hang-up', 'set-muted', 'send-keys']);

/** What people do with a call; each answered once, and refused in the wrong moment. */
export function createCallCommands({ clock, calls, leg, controls, turns, one, answer, ringing, transfers, services }: CallCommandTools) {
  const audible = (call: Call): boolean => call.phase === 'talking' || (call.phase === 'ringing' && call.legUp);

  /** Taking a call up puts the other on hold. */
  const setHeld = (callId: string, held: boolean): Promise<CommandResult> =>
    turns.take(async () => {
      const live = calls.get(callId);
      if (!live || !audible(live.call)) return refused('wrong-moment');
      if (live.evidence.held === held) return done();
      if (!held) {
        if (!one.canHoldOthers(callId)) return refused('wrong-moment');
        await one.holdOthers(callId);
      }
      await one.setHeld(callId, held);
      return done();
    });

  async function withLeg(command: CallCommand, call: Call, sip: SipCall, windowId: string): Promise<CommandResult> {
    const { callId } = command;
    const ringsHere = call.phase === 'ringing' && call.direction === 'Inbound';
    switch (command.name) {
      case 'answer':
        return answer(callId, command.others, windowId);
      case 'decline':
      case 'to-voicemail':
      case 'forward':
      case 'begin-reply':
      case 'reply':
        return ringsHere ? ringing(command, sip) : refused('wrong-moment');
      case 'hang-up':
        await (ringsHere ? sip.decline() : sip.hangUp());
        return done();
      case 'transfer':
      case 'transfer-to-voicemail':
      case 'consult':
      case 'complete-transfer':
      case 'cancel-transfer':
        return audible(call) ? transfers(command, call, sip, windowId) : refused('wrong-moment');
      case 'park':
      case 'flip':
      case 'set-recording':
        return audible(call) ? services(command, call, sip) : refused('wrong-moment');
      case 'set-muted':
        if (!audible(call)) return refused('wrong-moment');
        sip.mute(command.muted);
        calls.apply(callId, { what: 'muted', muted: command.muted });
        return done();
      case 'set-held':
        return setHeld(callId, command.held);
      case 'send-keys':
        if (!audible(call)) return refused('wrong-moment');
        if (!keys.test(command.keys)) return refused('failed', 'keys');
        sip.sendKeys(command.keys);
        controls.change(callId, { keys: (controls.of(callId).keys + command.keys).slice(-mostKeys) });
        return done();
      default:
        return refused('wrong-moment');
    }
  }

  return async (windowId: string, command: CallCommand): Promise<CommandResult> => {
    const { callId } = command;
    const live = calls.get(callId);
    if (!live) return refused('no-such-call');
    if (command.name === 'write-notes') {
      calls.apply(callId, { what: 'notes', text: command.text.slice(0, longestNotes), at: clock.now() });
      return done();
    }
    if (command.name === 'choose-disposition') {
      calls.apply(callId, { what: 'disposition', text: command.disposition, at: clock.now() });
      return done();
    }
    const { call } = live;
    if (command.name === 'dismiss') {
      if (call.phase !== 'ended') return refused('wrong-moment');
      calls.forget(callId);
      return done();
    }
    const sip = leg(callId);
    if (call.phase === 'ended' || !sip || (controls.of(callId).doing !== null && !always.has(command.name))) return refused('wrong-moment');
    try {
      return await withLeg(command, call, sip, windowId);
    } catch (failure) {
      return refusalOf(failure);
    }
  };
}
