import type { PartyEnd } from '../telephony/contract.ts';
import type { CallHistory, CameBy, Ended, PartyHistory } from './call-history.ts';

/** One of the people whose calls are made up. */
export interface SeededUser { extensionId: string; extensionNumber: string; name: string; phoneNumber: string }

export interface SeedFacts {
  calls: number;
  /** The same number gives the same calls. */
  seed: number;
  /** The span over which they are spread, epoch milliseconds. */
  from: number;
  to: number;
  users: SeededUser[];
  mainNumber: string;
  /** Who calls from outside and is called there. */
  outside: PartyEnd[];
  /** null: the company has none, and its calls go to people. */
  queue: { extensionId: string; extensionNumber: string; name: string } | null;
}

/** How often each kind of call is there, of a hundred. */
const kinds = [
  ['inbound answered', 30], ['inbound missed', 12], ['voicemail', 8], ['declined', 2], ['outbound answered', 21], ['outbound not answered', 6], ['outbound busy', 2], ['outbound failed', 1],
  ['queue answered', 6], ['queue missed', 2], ['transfer', 4], ['forwarded', 2], ['internal answered', 3], ['internal missed', 1],
] as const;
type Kind = (typeof kinds)[number][0];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Thousands of calls that nobody made, spread over a span, oldest first. */
export function seedHistories(facts: SeedFacts): CallHistory[] {
  const random = chance(facts.seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const hex = (): string => Array.from({ length: 4 }, () => below(0x1_0000_0000).toString(16).padStart(8, '0')).join('');
  const step = (facts.to - facts.from) / facts.calls;
  return Array.from({ length: facts.calls }, (_, index) => {
    const sessionId = `9${String(facts.seed % 1000).padStart(3, '0')}${String(index).padStart(9, '0')}`;
    return oneCall(facts, { id: hex(), sessionId, startedAt: Math.floor(facts.from + (index + random() * 0.9) * step), below });
  });
}

function oneCall(facts: SeedFacts, call: { id: string; sessionId: string; startedAt: number; below: (limit: number) => number }): CallHistory {
  const { startedAt, below } = call;
  const kind = kindAt(below(100), facts.queue !== null);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const user = pick(facts.users);
  const colleague = facts.users[(facts.users.indexOf(user) + 1 + below(Math.max(1, facts.users.length - 1))) % facts.users.length] ?? user;
  const stranger = pick(facts.outside);
  const ring = 3_000 + below(18_000);
  const talk = kind.includes('missed') || kind.includes('not') ? 0 : 15_000 + below(600_000);
  const answeredAt = startedAt + ring;
  const endedAt = answeredAt + talk;
  const own = ({ extensionId, extensionNumber, name }: SeededUser, phoneNumber?: string): PartyEnd => ({ ...(phoneNumber === undefined ? {} : { phoneNumber }), extensionId, extensionNumber, name });

  const parties: PartyHistory[] = [];
  const party = (direction: PartyHistory['direction'], from: PartyEnd, to: PartyEnd, extensionId: string | undefined, ended: Ended, more: Partial<PartyHistory> = {}): void => {
    parties.push({
      partyId: `p-${call.id}-${parties.length + 1}`, ...(extensionId === undefined ? {} : { extensionId }), direction, from, to, cameBy: 'call' satisfies CameBy,
      beganAt: startedAt, answeredAt: ended === 'talked' ? answeredAt : null, endedAt, ended, recording: null, voicemailId: null, ...more,
    });
  };
  const rung = (end: PartyEnd, by: SeededUser, ended: Ended, more: Partial<PartyHistory> = {}): void => party('Inbound', stranger, end, by.extensionId, ended, more);
  const direct = own(user, user.phoneNumber);
  const outsideCaller = (to: PartyEnd): void => party('Inbound', stranger, to, undefined, 'talked', { answeredAt: null });

  switch (kind) {
    case 'inbound answered': outsideCaller(direct); rung(direct, user, 'talked'); break;
    case 'inbound missed': outsideCaller(direct); rung(direct, user, 'missed'); break;
    case 'declined': outsideCaller(direct); rung(direct, user, 'declined'); break;
    case 'voicemail': outsideCaller(direct); rung(direct, user, 'voicemail', { voicemailId: call.sessionId.slice(1) }); break;
    case 'transfer': {
      const handedOver = answeredAt + Math.floor(talk / 3);
      outsideCaller(direct);
      rung(direct, user, 'talked', { endedAt: handedOver });
      rung(own(colleague), colleague, 'talked', { cameBy: 'transfer', beganAt: handedOver, answeredAt: handedOver + 5_000 });
      break;
    }
    case 'forwarded':
      outsideCaller(direct);
      rung(direct, user, 'talked');
      party('Outbound', stranger, pick(facts.outside), undefined, 'talked', { cameBy: 'find-me' });
      break;
    case 'queue answered': case 'queue missed': {
      const queueEnd: PartyEnd = { phoneNumber: facts.mainNumber, ...facts.queue };
      outsideCaller(queueEnd);
      const loser: Ended = kind === 'queue missed' || below(2) === 0 ? 'missed' : 'answered elsewhere';
      const members = facts.users.slice(0, 3);
      const taker = kind === 'queue answered' ? pick(members) : undefined;
      for (const member of members) rung(queueEnd, member, member === taker ? 'talked' : loser, { cameBy: 'queue', ...(member === taker ? {} : { endedAt: answeredAt }) });
      break;
    }
    case 'internal answered': case 'internal missed': {
      party('Outbound', own(user), own(colleague), user.extensionId, 'talked', { answeredAt: null });
      party('Inbound', own(user), own(colleague), colleague.extensionId, kind === 'internal answered' ? 'talked' : 'missed');
      break;
    }
    default: {
      const ended: Ended = kind === 'outbound answered' ? 'talked' : kind === 'outbound busy' ? 'busy' : kind === 'outbound failed' ? 'failed' : 'not answered';
      party('Outbound', direct, stranger, user.extensionId, 'talked', { answeredAt: null });
      party('Outbound', direct, stranger, undefined, ended);
    }
  }
  const talked = parties.find(({ extensionId, answeredAt: at }) => extensionId !== undefined && at !== null);
  if (talked && below(5) === 0) talked.recording = { id: `${call.sessionId}7`, type: 'Automatic', seconds: Math.round(talk / 1000), appearsAt: endedAt + 30_000 };
  return {
    sessionId: call.sessionId, telephonySessionId: `s-${call.id}`, startedAt, endedAt, parties,
    ...(facts.queue && kind.startsWith('queue') ? { queue: facts.queue } : {}),
  };
}

function kindAt(percent: number, withQueue: boolean): Kind {
  let below = 0;
  for (const [kind, share] of kinds) {
    below += share;
    if (percent < below) return withQueue || !kind.startsWith('queue') ? kind : kind === 'queue answered' ? 'inbound answered' : 'inbound missed';
  }
  return 'inbound answered';
}
