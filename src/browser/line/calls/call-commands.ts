import type { Call } from '../../../core/calls/call.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import { longestNotes } from '../../../wire/calls/log.ts';
import type { Clock } from '../../environment/clock.ts';
import { MediaFailure } from '../media/media-failure.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { Calls } from './calls.ts';
import { done, refusalOf, refused } from './refusal.ts';

export type CallCommand = Extract<Command, { callId: string }>;

export interface CallCommandTools {
  clock: Clock;
  calls: Calls;
  leg(callId: string): SipCall | undefined;
  places: Pick<AudioPlaces, 'prefer'>;
  onMicrophoneBlocked(): void;
}

const keys = /^[0-9A-D*#,]{1,50}$/i;

/** What people do with a call; each answered once, and refused in the wrong moment. */
export function createCallCommands({ clock, calls, leg, places, onMicrophoneBlocked }: CallCommandTools) {
  const audible = (call: Call): boolean => call.phase === 'talking' || (call.phase === 'ringing' && call.legUp);
  const otherIsUp = (callId: string): boolean => calls.live().some(({ call }) => call.callId !== callId && (call.phase !== 'ringing' || call.direction === 'Outbound'));

  async function answer(callId: string, sip: SipCall, windowId: string): Promise<CommandResult> {
    if (otherIsUp(callId)) return refused('busy');
    places.prefer(callId, windowId);
    try {
      await sip.answer();
      return done({ callId });
    } catch (failure) {
      if (failure instanceof MediaFailure && failure.kind === 'microphone-blocked') onMicrophoneBlocked();
      throw failure;
    }
  }

  async function withLeg(command: CallCommand, call: Call, sip: SipCall, windowId: string): Promise<CommandResult> {
    const { callId } = command;
    const ringsHere = call.phase === 'ringing' && call.direction === 'Inbound';
    switch (command.name) {
      case 'answer':
        return ringsHere ? answer(callId, sip, windowId) : refused('wrong-moment');
      case 'decline':
        if (!ringsHere) return refused('wrong-moment');
        await sip.decline();
        return done();
      case 'hang-up':
        await (ringsHere ? sip.decline() : sip.hangUp());
        return done();
      case 'set-muted':
        if (!audible(call)) return refused('wrong-moment');
        sip.mute(command.muted);
        calls.apply(callId, { what: 'muted', muted: command.muted });
        return done();
      case 'set-held':
        if (!audible(call)) return refused('wrong-moment');
        await sip.hold(command.held);
        calls.apply(callId, { what: 'held', held: command.held });
        return done();
      case 'send-keys':
        if (!audible(call)) return refused('wrong-moment');
        if (!keys.test(command.keys)) return refused('failed', 'keys');
        sip.sendKeys(command.keys);
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
    const { call } = live;
    if (command.name === 'dismiss') {
      if (call.phase !== 'ended') return refused('wrong-moment');
      calls.forget(callId);
      return done();
    }
    const sip = leg(callId);
    if (call.phase === 'ended' || !sip) return refused('wrong-moment');
    try {
      return await withLeg(command, call, sip, windowId);
    } catch (failure) {
      return refusalOf(failure);
    }
  };
}
