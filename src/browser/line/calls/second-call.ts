import type { CommandResult } from '../../../wire/line/commands.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { DialOrder } from './dial-queue.ts';
import type { PlaceCall } from './place-call.ts';
import { refusalOf, refused } from './refusal.ts';
import type { TalkToOne } from './talk-to-one.ts';
import type { Turns } from './turns.ts';

export interface SecondCallTools { turns: Turns; one: TalkToOne; placing: Pick<PlaceCall, 'place'> }

/** Makes a call beside one that is up: that one is held first, and taken back when the new one could not even be begun. */
export function createSecondCall({ turns, one, placing }: SecondCallTools) {
  /** Its turn is over when the call has begun; how RingCentral takes it is told later. */
  return (phone: SipPhone, order: DialOrder, begun: (callId: string) => void = () => undefined): Promise<CommandResult> =>
    turns.take(async (letGo) => {
      if (one.isFull()) return refused('busy');
      if (!one.canHoldOthers(null)) return refused('wrong-moment');
      try {
        const held = await one.holdOthers(null);
        const result = await placing.place(phone, order, (callId) => {
          begun(callId);
          letGo();
        });
        if (!result.done) turns.take(() => one.takeBack(held)).catch(() => undefined);
        return result;
      } catch (failure) {
        return refusalOf(failure);
      }
    });
}

export type SecondCall = ReturnType<typeof createSecondCall>;
