import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { Calls } from './calls.ts';

/** A person talks to one and keeps another on hold; more would be lost track of. */
const mostUp = 2;

export interface TalkToOneTools { calls: Pick<Calls, 'live' | 'get' | 'apply'>; leg(callId: string): SipCall | undefined }

/** Up, or being made by us; one that rings here is not. */
const isUp = ({ call }: LiveCall): boolean => call.phase !== 'ringing' || call.direction === 'Outbound';

/** However many calls are up, at most one is talked to: the others are held. Its verbs belong into a turn. */
export function createTalkToOne({ calls, leg }: TalkToOneTools) {
  const up = (): LiveCall[] => calls.live().filter(isUp);
  const talkedTo = (except: string | null): LiveCall[] => up().filter(({ facts, evidence }) => facts.callId !== except && !evidence.held);

  async function setHeld(callId: string, held: boolean): Promise<void> {
    await leg(callId)?.hold(held);
    calls.apply(callId, { what: 'held', held });
  }

  return {
    up,
    /** No further call can be up. */
    isFull: (): boolean => up().length >= mostUp,
    /** false: one of them is being made, and RingCentral holds no call that it has not taken yet. */
    canHoldOthers: (except: string | null): boolean => talkedTo(except).every(({ facts }) => leg(facts.callId)?.isUp() === true),
    setHeld,
    /** Gives the Call-IDs that are on hold for it. */
    async holdOthers(except: string | null): Promise<string[]> {
      const held: string[] = [];
      for (const { facts } of talkedTo(except)) {
        await setHeld(facts.callId, true);
        held.push(facts.callId);
      }
      return held;
    },
    /** What they were held for has not come about. */
    async takeBack(held: readonly string[]): Promise<void> {
      const waiting = held.find((callId) => calls.get(callId)?.evidence.held === true && calls.get(callId)?.call.phase !== 'ended');
      if (waiting !== undefined && talkedTo(null).length === 0) await setHeld(waiting, false);
    },
  };
}

export type TalkToOne = ReturnType<typeof createTalkToOne>;
