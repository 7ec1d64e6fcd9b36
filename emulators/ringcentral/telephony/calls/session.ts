import { randomBytes } from 'node:crypto';
import type { Party, PartyCode, PartyEnd, TelephonySessionEvent } from '../contract.ts';

/** The first notification of a session has this number; the real service starts so too. */
const FIRST_SEQUENCE = 2;
const SERVER_ID = '10.14.23.7.TAM';

export interface NewParty { direction: Party['direction']; extensionId?: string; from: PartyEnd; to: PartyEnd; code: PartyCode }

/** What goes with a move; a reason stays no longer than the code that it explains. */
export interface Why { reason?: string; missedCall?: boolean; park?: Party['park']; peer?: Party['peer'] }

/**
 * One telephony session: its ids, its parties, and one notification for each thing that happens to a party. It knows
 * neither SIP nor sound. Parties are numbered from 1, as in `p-…-1`.
 */
export interface Session {
  readonly telephonySessionId: string;
  readonly sessionId: string;
  readonly startedAt: number;
  partyId(number: number): string;
  /** undefined: no party has this id. */
  numberOf(partyId: string): number | undefined;
  /** Adds the next party, announces it, and says which it is. */
  join(party: NewParty): number;
  /** Moves a party and announces it; nothing happens when it is there already or has left. */
  move(number: number, code: PartyCode, why?: Why): void;
  /** Announces what is new of a party that stays where it is. */
  update(number: number, change: Pick<Party, 'recordings' | 'muted'>): void;
  /** Notes the SIP leg, which no notification of its own tells. */
  noteLeg(number: number, sipData: NonNullable<Party['sipData']>): void;
  /** Throws RangeError for a number that was never given. */
  party(number: number): Party;
  parties(): Party[];
}

let lastSessionNumber = 0;

/** A decimal string like the call log's, rising and unique over restarts. */
const newSessionId = (now: number): string => {
  lastSessionNumber = Math.max(lastSessionNumber + 1, now * 100);
  return String(lastSessionNumber);
};

/** Nothing moves a party from here. */
const hasLeft = ({ code }: Party): boolean => code === 'Disconnected' || code === 'Gone';

export function createSession(tools: { accountId: string; now(): number; announce(event: TelephonySessionEvent): void }): Session {
  const { accountId, now, announce } = tools;
  // The library accepts hexadecimal digits (and f to z) only.
  const hex = randomBytes(16).toString('hex');
  const telephonySessionId = `s-${hex}`;
  const startedAt = now();
  const sessionId = newSessionId(startedAt);
  const parties: Party[] = [];
  let sequence = FIRST_SEQUENCE;

  const partyId = (number: number): string => `p-${hex}-${number}`;
  const publish = (party: Party): void => {
    announce({ accountId, telephonySessionId, sessionId, serverId: SERVER_ID, sequence, eventTime: now(), party: structuredClone(party) });
    sequence += 1;
  };
  const known = (number: number): Party => {
    const party = parties[number - 1];
    if (!party) throw new RangeError('A session was asked for a party that it never had.');
    return party;
  };

  return {
    telephonySessionId,
    sessionId,
    startedAt,
    partyId,
    numberOf(id) {
      const index = parties.findIndex((party) => party.id === id);
      return index < 0 ? undefined : index + 1;
    },
    join(party) {
      const joined: Party = { ...party, id: partyId(parties.length + 1), missedCall: false, muted: false };
      parties.push(joined);
      publish(joined);
      return parties.length;
    },
    move(number, code, { reason, missedCall = false, park, peer } = {}) {
      const party = parties[number - 1];
      if (!party || party.code === code || hasLeft(party)) return;
      Object.assign(party, { code, missedCall });
      delete party.reason;
      delete party.park;
      if (reason !== undefined) party.reason = reason;
      if (park) party.park = park;
      if (peer) party.peer = peer;
      publish(party);
    },
    update(number, change) {
      Object.assign(known(number), change);
      publish(known(number));
    },
    noteLeg(number, sipData) { known(number).sipData = sipData; },
    party: (number) => structuredClone(known(number)),
    parties: () => structuredClone(parties),
  };
}
