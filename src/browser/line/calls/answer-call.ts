import type { CommandResult } from '../../../wire/line/commands.ts';
import { MediaFailure } from '../media/media-failure.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { Calls } from './calls.ts';
import { done, refused } from './refusal.ts';
import type { TalkToOne } from './talk-to-one.ts';
import type { Turns } from './turns.ts';

export interface AnswerCallTools {
  calls: Pick<Calls, 'get'>;
  leg(callId: string): SipCall | undefined;
  turns: Turns;
  one: TalkToOne;
  places: Pick<AudioPlaces, 'prefer'>;
  onMicrophoneBlocked(): void;
}

/** Answers a call that rings here. One that is up is on hold before the new caller is heard, and ended only after. */
export function createAnswerCall({ calls, leg, turns, one, places, onMicrophoneBlocked }: AnswerCallTools) {
  async function answer(sip: SipCall): Promise<void> {
    try {
      await sip.answer();
    } catch (failure) {
      if (failure instanceof MediaFailure && failure.kind === 'microphone-blocked') onMicrophoneBlocked();
      throw failure;
    }
  }

  return (callId: string, others: 'hold' | 'end', windowId: string): Promise<CommandResult> =>
    turns.take(async () => {
      const call = calls.get(callId)?.call;
      const sip = leg(callId);
      if (!sip || call?.phase !== 'ringing' || call.direction !== 'Inbound') return refused('wrong-moment');
      if (one.isFull()) return refused('busy');
      const before = one.up().map(({ facts }) => facts.callId);
      const end = (): void => before.forEach((each) => void leg(each)?.hangUp());
      if (!one.canHoldOthers(callId)) {
        if (others === 'hold') return refused('wrong-moment');
        end();
      }
      places.prefer(callId, windowId);
      const held = await one.holdOthers(callId);
      try {
        await answer(sip);
      } catch (failure) {
        await one.takeBack(held).catch(() => undefined);
        throw failure;
      }
      if (others === 'end') end();
      return done({ callId });
    });
}

export type AnswerCall = ReturnType<typeof createAnswerCall>;
