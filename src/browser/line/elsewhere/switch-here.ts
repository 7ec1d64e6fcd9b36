import { otherEnd } from '../../../core/calls/call.ts';
import type { PartyCode } from '../../../core/calls/fact.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { CommandResult } from '../../../wire/line/commands.ts';
import { within, type Clock } from '../../environment/clock.ts';
import type { Calls } from '../calls/calls.ts';
import { done, refusalOf, refused } from '../calls/refusal.ts';
import type { TalkToOne } from '../calls/talk-to-one.ts';
import type { Turns } from '../calls/turns.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { LineTimings } from '../timings.ts';
import type { ActiveCall } from './active-call.ts';
import { replacing } from './replaces.ts';
import type { WatchElsewhere } from './watch-elsewhere.ts';

export interface SwitchHereTools {
  clock: Clock;
  timings: Pick<LineTimings, 'sipAnswerMs' | 'microphoneMs'>;
  calls: Calls;
  turns: Turns;
  one: TalkToOne;
  places: Pick<AudioPlaces, 'prefer'>;
  watch: Pick<WatchElsewhere, 'find'>;
  /** Registered; null otherwise. */
  readyPhone(): SipPhone | null;
  onMicrophoneBlocked(): void;
}

/** RingCentral's answer to an INVITE that names no call it knows. */
const namesNoCall = 481;

/** What events told of a call before it came here, all but its end at the other device. */
function retell(calls: Calls, callId: string, { evidence }: LiveCall): void {
  if (evidence.chosen) calls.apply(callId, { what: 'chosen', person: evidence.chosen });
  for (const [code, heard] of Object.entries(evidence.ours)) {
    if (code !== 'Disconnected') calls.apply(callId, { what: 'party', ours: true, code: code as PartyCode, ...heard, queue: false, direction: null, from: null, to: null });
  }
}

/**
 * Brings a call that is up on another device of this user here: an INVITE of ours takes the place of that device's leg.
 * Its turn is over when that has begun, since a person may have to allow the microphone first.
 */
export function createSwitchHere({ clock, timings, calls, turns, one, places, watch, readyPhone, onMicrophoneBlocked }: SwitchHereTools) {
  async function take(here: SipPhone, active: ActiveCall, headers: Record<string, string>, before: LiveCall | undefined, windowId: string, begun: () => void): Promise<{ result: CommandResult; status: number }> {
    let callId = '';
    const callee = otherEnd(active).number.replace(/[^\d+*#]/g, '') || 'anonymous';
    const dialling = here.dial(callee, (call) => {
      callId = call.callId;
      places.prefer(callId, windowId);
      const { startedAt, notes, notesAt, disposition, queue, person } = before?.facts ?? { startedAt: active.since, notes: '', notesAt: 0, disposition: null, queue: null, person: null };
      calls.begin({ callId, direction: active.direction, telephonySessionId: null, partyId: null, from: active.from, to: active.to, queue, startedAt, notes, notesAt, disposition, person }, 'call');
      begun();
    }, { headers });
    try {
      // The first word of RingCentral is bounded by the phone, its 200 is not.
      await within(clock, timings.microphoneMs + timings.sipAnswerMs, 'SIP', dialling);
    } catch (failure) {
      const result = refusalOf(failure);
      if (!result.done && result.refusal === 'microphone-blocked') onMicrophoneBlocked();
      await here.call(callId)?.hangUp();
      calls.forget(callId);
      return { result, status: 0 };
    }
    const live = calls.get(callId);
    if (live?.call.phase === 'talking') {
      if (before) retell(calls, callId, before);
      return { result: done({ callId }), status: 200 };
    }
    calls.forget(callId);
    const { status = 0, reason = '' } = live?.evidence.refused ?? {};
    return { result: status === 0 ? refused('no-answer-from-ringcentral') : refused('ringcentral-refused', `${status} ${reason}`), status };
  }

  return (windowId: string, telephonySessionId: string): Promise<CommandResult> =>
    turns.take(async (letGo) => {
      const here = readyPhone();
      if (!here) return refused('not-connected');
      const active = await watch.find(telephonySessionId);
      if (!active) return refused('no-such-call');
      if (one.isFull()) return refused('busy');
      if (!one.canHoldOthers(null)) return refused('wrong-moment');
      const before = calls.all().find(({ facts }) => facts.telephonySessionId === telephonySessionId);
      const held = await one.holdOthers(null);
      let tried: { result: CommandResult; status: number } = { result: refused('ringcentral-refused'), status: 0 };
      for (const headers of replacing(active)) {
        tried = await take(here, active, headers, before, windowId, letGo);
        if (tried.status !== namesNoCall) break;
      }
      if (tried.result.done) {
        // It was shown as answered on the other device; from now on this is the call.
        if (before) calls.forget(before.facts.callId);
      } else turns.take(() => one.takeBack(held)).catch(() => undefined);
      return tried.result;
    });
}
