import { otherEnd } from '../../../core/calls/call.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import { knownPerson } from '../../../core/calls/to-log.ts';
import type { PersonRef } from '../../../core/people/person.ts';
import type { CommandResult } from '../../../wire/line/commands.ts';
import { within, type Clock } from '../../environment/clock.ts';
import type { Me } from '../account/me.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { SipCall } from '../sip/sip-call.ts';
import { SipRefused, SipUnanswered } from '../sip/sip-failure.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { LineTimings } from '../timings.ts';
import type { Calls } from './calls.ts';
import type { Conferences, OwnParty } from './conferences.ts';
import type { Controls } from './controls.ts';
import { done, refusalOf, refused } from './refusal.ts';
import type { TalkToOne } from './talk-to-one.ts';
import type { Turns } from './turns.ts';

export interface JoinCallsTools {
  clock: Clock;
  timings: Pick<LineTimings, 'sipAnswerMs' | 'microphoneMs'>;
  calls: Calls;
  controls: Controls;
  turns: Turns;
  one: TalkToOne;
  leg(callId: string): SipCall | undefined;
  places: Pick<AudioPlaces, 'prefer'>;
  conferences: Conferences;
  phone(): SipPhone | null;
  me(): Me | null;
}

const ownParty = ({ facts }: LiveCall): OwnParty | null => (facts.telephonySessionId === null || facts.partyId === null ? null : { telephonySessionId: facts.telephonySessionId, partyId: facts.partyId });

function nameOf({ facts }: LiveCall): string {
  const { name, number } = otherEnd(facts);
  const found = facts.person;
  return (found?.kind === 'one' || found?.kind === 'company' ? found.person.name : null) ?? name ?? (number || 'somebody');
}

/** The one person NetSuite knows among the guests, colleagues aside: whose record the conference belongs to. */
function personOf(guests: readonly LiveCall[]): PersonRef | null {
  const people = guests.flatMap((guest) => knownPerson(guest) ?? []).filter(({ type }) => type !== 'employee');
  const [first] = people;
  return first && people.every(({ type, id }) => type === first.type && id === first.id) ? first : null;
}

/**
 * Makes one conversation of two calls: a conference of RingCentral's, which we dial, and into which it moves the other
 * side of each call, the one on hold first. What cannot be moved stays the call it was.
 */
export function createJoinCalls({ clock, timings, calls, controls, turns, one, leg, places, conferences, phone, me }: JoinCallsTools) {
  const settled = (callIds: readonly string[]): void => callIds.filter(calls.has).forEach((callId) => controls.change(callId, { doing: null }));

  /** Throws what the phone throws, or SipRefused. */
  async function dial(here: SipPhone, token: string, guests: readonly LiveCall[], windowId: string): Promise<LiveCall> {
    let callId = '';
    const user = me();
    const dialling = here.dial(token, (call) => {
      callId = call.callId;
      places.prefer(callId, windowId);
      const from = { number: user?.numbers[0] ?? user?.extensionNumber ?? '', name: user?.name || null };
      calls.begin({ callId, direction: 'Outbound', telephonySessionId: null, partyId: null, from, to: { number: '', name: 'Conference' }, queue: null, startedAt: clock.now(), notes: '', notesAt: 0, disposition: null, person: null }, 'conference');
      controls.change(callId, { conference: true, doing: 'join' });
      const person = personOf(guests);
      if (person) calls.apply(callId, { what: 'chosen', person });
    });
    try {
      await within(clock, timings.microphoneMs + timings.sipAnswerMs, 'SIP', dialling);
      const live = calls.get(callId);
      if (live && live.evidence.legUpAt !== null && live.call.phase !== 'ended') return live;
      const { status = 0, reason = '' } = live?.evidence.refused ?? {};
      throw status === 0 ? new SipUnanswered('no answer in time') : new SipRefused(`SIP/2.0 ${status} ${reason}`);
    } catch (failure) {
      await leave(callId);
      throw failure;
    }
  }

  /** Nobody was ever in it: it leaves no trace. */
  async function leave(callId: string): Promise<void> {
    await leg(callId)?.hangUp();
    calls.forget(callId);
  }

  async function bringIn(conference: LiveCall, guest: LiveCall): Promise<void> {
    const { telephonySessionId } = conference.facts;
    const party = ownParty(guest);
    if (telephonySessionId === null || party === null) throw new SipUnanswered('no answer in time');
    await conferences.bringIn(telephonySessionId, party);
    calls.apply(conference.facts.callId, { what: 'met', at: clock.now(), name: nameOf(guest) });
    const gone = leg(guest.facts.callId);
    // RingCentral hangs up there; where its BYE is lost, we do.
    if (gone) within(clock, timings.sipAnswerMs, 'SIP', gone.over).catch(() => gone.hangUp());
  }

  async function join(here: SipPhone, both: readonly LiveCall[], windowId: string): Promise<CommandResult> {
    const known = both.find(({ evidence }) => evidence.joins === 'conference');
    const guests = both.filter((each) => each !== known).sort((a, b) => Number(b.evidence.held) - Number(a.evidence.held));
    const isMuted = both.some(({ evidence }) => evidence.muted && !evidence.held);
    const conference = known ?? (await dial(here, (await conferences.open()).token, guests, windowId));
    const { callId } = conference.facts;
    if (isMuted && !known) {
      leg(callId)?.mute(true);
      calls.apply(callId, { what: 'muted', muted: true });
    }
    try {
      for (const guest of guests) await bringIn(calls.get(callId) ?? conference, guest);
    } catch (failure) {
      const left = calls.get(callId);
      if (left && left.evidence.met.length === 0) await leave(callId);
      // One of them is there, the other is not: the user talks to those who are.
      else if (left?.evidence.held === false) for (const { facts } of guests) if (leg(facts.callId)?.isUp() && calls.get(facts.callId)?.evidence.held === false) await one.setHeld(facts.callId, true).catch(() => undefined);
      throw failure;
    } finally {
      settled([callId]);
    }
    if (known?.evidence.held) await one.setHeld(callId, false);
    return done({ callId });
  }

  return (windowId: string, callId: string, other: string): Promise<CommandResult> =>
    turns.take(async () => {
      const both = [callId, other].flatMap((each) => calls.get(each) ?? []);
      const here = phone();
      if (both.length < 2) return refused('no-such-call');
      if (!here) return refused('not-connected');
      const ready = both.every((live) => live.call.phase === 'talking' && ownParty(live) !== null && controls.of(live.facts.callId).doing === null && leg(live.facts.callId)?.isUp());
      if (callId === other || !ready || both.every(({ evidence }) => evidence.joins === 'conference')) return refused('wrong-moment');
      for (const { facts } of both) controls.change(facts.callId, { doing: 'join' });
      try {
        return await join(here, both, windowId);
      } catch (failure) {
        return refusalOf(failure);
      } finally {
        settled([callId, other]);
      }
    });
}
