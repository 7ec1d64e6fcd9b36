import type { Clock } from '../../environment/clock.ts';
import type { PartyNews } from '../events/telephony-event.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { OrdersOf } from '../sip/sip-orders.ts';
import type { LineTimings } from '../timings.ts';
import type { Calls } from './calls.ts';
import type { Controls } from './controls.ts';

export interface FlipCallTools {
  clock: Clock;
  timings: Pick<LineTimings, 'flipRingsMs'>;
  calls: Pick<Calls, 'get' | 'live'>;
  controls: Controls;
  leg(callId: string): SipCall | undefined;
  ordersOf: OrdersOf;
}

/** Another phone of this user rings for a call: it ends here when it is taken there, and goes on when it is not. Throws what the leg throws. */
export function createFlipCall({ clock, timings, calls, controls, leg, ordersOf }: FlipCallTools) {
  const timers = new Map<string, () => void>();

  function over(callId: string): void {
    timers.get(callId)?.();
    timers.delete(callId);
    if (controls.of(callId).doing === 'flip') controls.change(callId, { doing: null });
  }

  return {
    async begin(callId: string, target: string): Promise<void> {
      controls.change(callId, { doing: 'flip' });
      try {
        const sip = leg(callId);
        if (sip) await ordersOf(sip).flip(target);
      } catch (failure) {
        over(callId);
        throw failure;
      }
      if (calls.get(callId)?.call.phase !== 'ended') timers.set(callId, clock.after(timings.flipRingsMs, () => over(callId)));
    },
    /** Another party of this user in the same session is the other phone. */
    heard({ telephonySessionId, partyId, ofUs, fact }: PartyNews): void {
      if (!ofUs) return;
      for (const { facts } of calls.live()) {
        const { callId } = facts;
        if (facts.telephonySessionId !== telephonySessionId || facts.partyId === partyId || controls.of(callId).doing !== 'flip') continue;
        if (fact.code === 'Answered') void leg(callId)?.hangUp();
        if (fact.code === 'Answered' || fact.code === 'Disconnected') over(callId);
      }
    },
    ended: over,
    close: (): void => timers.forEach((cancel) => cancel()),
  };
}

export type FlipCall = ReturnType<typeof createFlipCall>;
