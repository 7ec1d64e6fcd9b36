import type { CallView, PartyEnd } from '../contract.ts';
import { SimulatorError } from '../contract.ts';
import { createRoom } from '../media/room.ts';
import type { Seat } from '../media/room.ts';
import { holdMusic, ringback } from '../media/sound.ts';
import type { Call, Expected, Holder, Member, OutsidePerson } from './call.ts';
import type { CallTools } from './call-tools.ts';
import type { MediaFigures } from './media-figures.ts';
import { createSession } from './session.ts';
import type { Why } from './session.ts';

/** A call with nobody in it yet. */
export function createCall(tools: CallTools, facts: { accountId: string; direction: CallView['direction']; from: PartyEnd; to: PartyEnd }): Call {
  const session = createSession({ accountId: facts.accountId, now: tools.now, announce: tools.announce });
  const room = createRoom(tools.clock);
  const seated = new Map<number, { member: Member; seat: Seat; holders: Set<Holder> }>();
  const expectedOnes = new Map<number, Expected>();
  const figures: MediaFigures[] = [];
  const outsiders: OutsidePerson[] = [];
  const reasons = new Map<number, string>();
  let answeredAt: number | null = null;
  let endedAt: number | null = null;
  let parked = false;
  let reply: string | undefined;

  const people = (): Member[] => [...seated.values()].map(({ member }) => member);
  const ringingOutside = (): Expected | undefined => [...expectedOnes.values()].find(({ outside }) => outside !== null);
  const presentOutside = (): OutsidePerson | undefined => outsiders.find((person) => person.place.call === call && people().includes(person));
  const setAlone = (): void => {
    for (const { member, seat } of seated.values()) {
      // A caller outside hears its own network's ringback before the answer, which is none of ours.
      seat.alone = parked ? holdMusic() : member.is === 'user' || answeredAt !== null ? seat.alone ?? ringback() : null;
    }
  };
  const vacate = (party: number): Member | undefined => {
    const place = seated.get(party);
    if (!place) return undefined;
    seated.delete(party);
    room.leave(place.seat);
    return place.member;
  };
  const refuseWhenEnded = (): void => {
    if (endedAt !== null) throw new SimulatorError('This call has ended already.');
  };

  const end = (first: number, why: Why = {}): void => {
    if (endedAt !== null) return;
    endedAt = tools.now();
    const stillRinging = new Set([...expectedOnes.values()].filter(({ ringing }) => ringing).map(({ party }) => party));
    const waiting = [...expectedOnes.values()];
    const present = people();
    expectedOnes.clear();
    seated.clear();
    room.close();
    for (const one of waiting) one.giveUp();
    for (const member of present) {
      member.dismiss();
      member.close();
    }
    const numbers = session.parties().map((_, index) => index + 1);
    // The recorded orders: an inbound call ends at the called party first, any other where it was ended.
    const order = facts.direction === 'Inbound' ? numbers.toReversed() : [first, ...numbers.filter((number) => number !== first)];
    for (const number of order) {
      session.move(number, 'Disconnected', number === first ? why : stillRinging.has(number) ? { missedCall: true } : {});
    }
    tools.changed();
  };

  const farEndState = (): CallView['farEnd']['state'] => {
    if (endedAt !== null) return 'ended';
    const talking = people();
    const inMailbox = talking.some(({ is }) => is === 'mailbox');
    if (ringingOutside() || (answeredAt === null && !inMailbox)) return 'ringing';
    const outside = presentOutside();
    const others = [...seated.values()].filter(({ member }) => member !== outside);
    return parked || others.length === 0 || others.every(({ seat }) => seat.held) ? 'held' : 'talking';
  };

  const call: Call = {
    session,
    telephonySessionId: session.telephonySessionId,
    get ended() { return endedAt !== null; },
    expect(expected) {
      expectedOnes.set(expected.party, expected);
      if (expected.outside) outsiders.push(expected.outside.person);
    },
    expected: (party) => expectedOnes.get(party),
    forget(party) { expectedOnes.delete(party); },
    enter(member, code = 'Answered') {
      if (endedAt !== null) { member.dismiss(); member.close(); return; }
      const { party } = member.place;
      expectedOnes.delete(party);
      seated.set(party, { member, seat: room.enter(member.end), holders: new Set() });
      if (member.figures && !figures.includes(member.figures)) figures.push(member.figures);
      if (member.outside && !outsiders.includes(member.outside)) outsiders.push(member.outside);
      parked = false;
      const hadTalked = answeredAt !== null;
      const together = seated.size > 1 && people().every(({ is }) => is !== 'mailbox');
      if (together) answeredAt ??= tools.now();
      setAlone();
      session.move(party, code);
      if (together) {
        for (const [number, { holders }] of seated) {
          if (session.party(number).code === 'Proceeding') session.move(number, holders.size > 0 ? 'Hold' : 'Answered');
        }
      }
      if (hadTalked) for (const other of people()) if (other !== member) other.meet(member.shown);
      tools.changed();
    },
    members: people,
    member: (party) => seated.get(party)?.member,
    hold(party, by, held) {
      const place = seated.get(party);
      if (!place) return;
      if (held) place.holders.add(by);
      else place.holders.delete(by);
      place.seat.held = place.holders.size > 0;
      const { code } = session.party(party);
      if (code === 'Answered' || code === 'Hold') session.move(party, place.seat.held ? 'Hold' : 'Answered');
      tools.changed();
    },
    takeOut: vacate,
    leave(party, why = {}) {
      // Who was parked or transferred away may still say goodbye.
      if (endedAt !== null || (!seated.has(party) && !expectedOnes.has(party))) return;
      const ringing = expectedOnes.get(party);
      const others = [...seated.keys(), ...expectedOnes.keys()].filter((number) => number !== party);
      if (others.length < 2) { end(party, why); return; }
      expectedOnes.delete(party);
      ringing?.giveUp();
      const member = vacate(party);
      member?.dismiss();
      member?.close();
      const reason = why.reason ?? reasons.get(party);
      session.move(party, 'Disconnected', { ...why, ...(reason === undefined ? {} : { reason }) });
      tools.changed();
    },
    leavesFor(party, reason) { reasons.set(party, reason); },
    end,
    waitsParked(now) {
      parked = now;
      for (const { seat } of seated.values()) seat.alone = null;
      setAlone();
      tools.changed();
    },
    notesReply(text) {
      reply = text;
      tools.changed();
    },
    view: () => ({
      telephonySessionId: session.telephonySessionId,
      sessionId: session.sessionId,
      startedAt: session.startedAt,
      answeredAt, endedAt,
      direction: facts.direction,
      from: facts.from,
      to: facts.to,
      parties: session.parties(),
      farEnd: {
        state: farEndState(),
        canAnswer: endedAt === null && people().length > 0 && ringingOutside() !== undefined,
        canHangUp: endedAt === null && (ringingOutside() ?? presentOutside()) !== undefined,
      },
      ...(reply === undefined ? {} : { reply }),
      media: outsiders.length === 0 ? null : {
        packetsIn: figures.reduce((sum, one) => sum + one.packetsIn(), 0),
        packetsOut: figures.reduce((sum, one) => sum + one.packetsOut(), 0),
        energyIn: (presentOutside() ?? outsiders.at(-1))?.farEnd.energyIn() ?? 0,
        longestPauseMs: Math.max(0, ...figures.map((one) => one.longestPauseMs())),
        digits: figures.map((one) => one.digits()).join(''),
      },
    }),
    farEndAnswers() {
      const ringing = ringingOutside();
      if (!ringing && outsiders.length === 0) throw new SimulatorError('Both ends of this call are our own users: there is nobody outside.');
      if (!ringing) throw new SimulatorError('This call is not ringing at the far end.');
      ringing.outside?.answer();
    },
    farEndHangsUp() {
      refuseWhenEnded();
      const person = presentOutside();
      const ringing = ringingOutside();
      if (ringing && !person) ringing.outside?.refuse();
      else if (person) call.leave(person.place.party);
      else throw new SimulatorError('Both ends of this call are our own users: there is nobody outside.');
    },
    farEndReplies(answer) {
      const replied = [...expectedOnes.values()].find(({ ringing }) => ringing);
      if (reply === undefined || !replied) throw new SimulatorError('Nobody has replied to this call with a text.');
      replied.ringing?.repliedTo(answer);
    },
    speak(toneHz) {
      refuseWhenEnded();
      for (const { farEnd } of outsiders) farEnd.speak(toneHz);
    },
    resetMediaStatistics() {
      for (const one of figures) one.reset();
      for (const { farEnd } of outsiders) farEnd.reset();
    },
    close() {
      if (endedAt !== null) return;
      endedAt = tools.now();
      room.close();
      for (const member of people()) member.close();
      for (const one of expectedOnes.values()) one.giveUp();
    },
  };
  return call;
}
