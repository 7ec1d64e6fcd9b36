import { randomBytes } from 'node:crypto';
import type { Party, PartyCode, PartyEnd, TelephonySessionEvent } from '../contract.ts';

/** The first notification of a session has this number; the real service starts so too. */
const FIRST_SEQUENCE = 2;
const SERVER_ID = '10.14.23.7.TAM';

export interface NewParty { direction: Party['direction']; extensionId?: string; from: PartyEnd; to: PartyEnd; code: PartyCode }

/**
 * One telephony session: its ids, its parties, and one notification for each thing that happens to a party. It knows
 * neither SIP nor sound. Parties are numbered from 1, as in `p-…-1`.
 */
export interface Session {
  readonly telephonySessionId: string;
  readonly sessionId: string;
  readonly startedAt: number;
  partyId(number: number): string;
  /** Adds the next party and announces it. */
  join(party: NewParty): void;
  /** Moves a party and announces it; nothing happens when it is there already or has disconnected. */
  move(number: number, code: PartyCode, why?: { reason?: string; missedCall?: boolean }): void;
  parties(): Party[];
}

let lastSessionNumber = 0;

/** A decimal string like the call log's, rising and unique over restarts. */
const newSessionId = (now: number): string => {
  lastSessionNumber = Math.max(lastSessionNumber + 1, now * 100);
  return String(lastSessionNumber);
};

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

  return {
    telephonySessionId,
    sessionId,
    startedAt,
    partyId,
    join(party) {
      const joined: Party = { ...party, id: partyId(parties.length + 1), missedCall: false, muted: false };
      parties.push(joined);
      publish(joined);
    },
    move(number, code, why = {}) {
      const party = parties[number - 1];
      if (!party || party.code === code || party.code === 'Disconnected') return;
      party.code = code;
      party.missedCall = why.missedCall ?? false;
      if (why.reason === undefined) delete party.reason;
      else party.reason = why.reason;
      publish(party);
    },
    parties: () => structuredClone(parties),
  };
}
