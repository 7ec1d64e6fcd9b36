import type { Ability, ConnectFailure, ConnectionStatus, NoCallsCause } from './status.ts';

/** From this drop on within `windowMs` the connection counts as flickering, until `stableMs` without another. */
export const dropsThatFlicker = 3;

/** One of the two things that need the network. `down` says since when. */
export type Link =
  | { is: 'off' }
  | { is: 'starting' }
  | { is: 'up' }
  | { is: 'down'; since: number }
  /** Only the phone: RingCentral or the browser refuses, and why. */
  | { is: 'refused'; cause: NoCallsCause };

export type Session =
  | { is: 'signed-out'; failure: ConnectFailure | null }
  /** `lost`: why reconnecting was needed, to fall back to when the user gives up. */
  | { is: 'signing-in'; since: number; lost: 'expired' | 'revoked' | null }
  | { is: 'signed-in'; since: number }
  | { is: 'lost'; cause: 'expired' | 'revoked' };

/** Everything the chip follows from. */
export interface Connection {
  companySetUp: boolean | null;
  session: Session;
  events: Link;
  phone: Link;
  /** Moments of the last drops, newest last. */
  drops: number[];
  /** Which links the last drop took, shown while everything is up again but not yet trusted. */
  lastDown: 'events' | 'phone' | 'both';
  /** When the amber began. */
  amberSince: number | null;
  /** Since when everything is up. */
  upSince: number | null;
  flickering: boolean;
}

export type ConnectionFact =
  | { what: 'company'; setUp: boolean }
  | { what: 'signing-in'; at: number }
  /** The window closed without an answer, or an answer we did not take. */
  | { what: 'sign-in-ended'; failure: ConnectFailure | null }
  | { what: 'signed-in'; at: number }
  | { what: 'token-lost'; cause: 'expired' | 'revoked' }
  | { what: 'disconnected' }
  | { what: 'link'; link: 'events' | 'phone'; is: 'off' | 'starting' | 'up' | 'down'; at: number }
  | { what: 'phone-refused'; cause: NoCallsCause; at: number }
  | { what: 'tick'; at: number };

export interface FlickerTimes { windowMs: number; stableMs: number }

export const noConnection: Connection = {
  companySetUp: null,
  session: { is: 'signed-out', failure: null },
  events: { is: 'off' },
  phone: { is: 'off' },
  drops: [],
  lastDown: 'events',
  amberSince: null,
  upSince: null,
  flickering: false,
};

const off = { events: { is: 'off' }, phone: { is: 'off' }, drops: [], amberSince: null, upSince: null, flickering: false } as const;
const signedOut = (connection: Connection, session: Session): Connection => ({ ...connection, ...off, drops: [], session });

const lostOf = (session: Session): 'expired' | 'revoked' | null => (session.is === 'lost' ? session.cause : session.is === 'signing-in' ? session.lost : null);

/** Given up quietly: as it was before. With a failure, that is what is shown. */
function backTo(session: Session, failure: ConnectFailure | null): Session {
  const lost = lostOf(session);
  return failure === null && lost !== null ? { is: 'lost', cause: lost } : { is: 'signed-out', failure };
}

/** Works as far as the network is concerned: a refusal is RingCentral's word, not the network's. */
const works = (link: Link): boolean => link.is === 'up' || link.is === 'refused';
const isDown = (link: Link): boolean => link.is === 'down';

function settle(before: Connection, after: Connection, at: number, times: FlickerTimes): Connection {
  const allUp = works(after.events) && works(after.phone);
  const anyDown = isDown(after.events) || isDown(after.phone);
  const wasUp = before.upSince !== null;
  const dropped = wasUp && anyDown;
  const drops = dropped ? [...after.drops, at].filter((moment) => at - moment < times.windowMs) : after.drops;
  const flickering = drops.length >= dropsThatFlicker && dropped ? true : after.flickering;
  const lastDown = isDown(after.events) ? (isDown(after.phone) ? 'both' : 'events') : isDown(after.phone) ? 'phone' : after.lastDown;
  const upSince = allUp ? (after.upSince ?? at) : null;
  const calm = flickering && upSince !== null && at - upSince >= times.stableMs;
  const amberSince = anyDown ? (after.amberSince ?? at) : allUp && (!flickering || calm) ? null : after.amberSince;
  return { ...after, drops: calm ? [] : drops, flickering: flickering && !calm, lastDown, upSince, amberSince };
}

/** Moves the connection by one fact. Pure; links of somebody who is not signed in change nothing. */
export function connectionStep(connection: Connection, fact: ConnectionFact, times: FlickerTimes): Connection {
  switch (fact.what) {
    case 'company':
      return { ...connection, companySetUp: fact.setUp };
    case 'signing-in':
      return connection.session.is === 'signed-in' ? connection : { ...connection, session: { is: 'signing-in', since: fact.at, lost: lostOf(connection.session) } };
    case 'sign-in-ended':
      if (connection.session.is === 'signed-in') return connection;
      return signedOut(connection, backTo(connection.session, fact.failure));
    case 'signed-in':
      return { ...connection, ...off, drops: [], session: { is: 'signed-in', since: fact.at }, events: { is: 'starting' }, phone: { is: 'starting' } };
    case 'token-lost':
      return signedOut(connection, { is: 'lost', cause: fact.cause });
    case 'disconnected':
      return signedOut(connection, { is: 'signed-out', failure: null });
    case 'link': {
      if (connection.session.is !== 'signed-in') return connection;
      const known = connection[fact.link];
      // A retry is no news until it works.
      if ((known.is === 'down' && (fact.is === 'down' || fact.is === 'starting')) || (known.is === 'refused' && fact.is === 'starting')) return connection;
      const link: Link = fact.is === 'down' ? { is: 'down', since: fact.at } : { is: fact.is };
      return settle(connection, { ...connection, [fact.link]: link }, fact.at, times);
    }
    case 'phone-refused':
      return connection.session.is === 'signed-in' ? settle(connection, { ...connection, phone: { is: 'refused', cause: fact.cause } }, fact.at, times) : connection;
    case 'tick':
      return connection.flickering ? settle(connection, connection, fact.at, times) : connection;
  }
}

/** The moment at which a `tick` will change the status; null when time alone changes nothing. */
export const nextTick = ({ flickering, upSince }: Connection, { stableMs }: FlickerTimes): number | null => (flickering && upSince !== null ? upSince + stableMs : null);

/** What the chip shows. */
export function statusOf({ companySetUp, session, events, phone, amberSince, lastDown, flickering }: Connection): ConnectionStatus {
  switch (session.is) {
    case 'signed-out':
      return { state: 'not-connected', companySetUp, failure: session.failure };
    case 'signing-in':
      return { state: 'connecting', since: session.since, step: 'sign-in-window' };
    case 'lost':
      return { state: 'reconnect-needed', cause: session.cause };
    case 'signed-in':
      if (amberSince !== null) return { state: 'reconnecting', since: amberSince, down: lastDown, flickering };
      if (events.is === 'up' && phone.is === 'refused') return { state: 'connected-no-calls', cause: phone.cause };
      if (events.is === 'up' && phone.is === 'up') return { state: 'connected' };
      return { state: 'connecting', since: session.since, step: 'phone' };
  }
}

type Need = 'phone' | 'digital-line' | 'events' | 'set-up';

/** The five lines under the chip; what is missing is the first thing in the way. */
export function abilitiesOf({ session, events, phone, companySetUp }: Connection): Ability[] {
  // Without a digital line it is registered all the same, and rings.
  const onlyRings = phone.is === 'refused' && phone.cause === 'no-digital-line';
  const lacks: Record<Need, boolean> = { phone: phone.is !== 'up' && !onlyRings, 'digital-line': onlyRings, events: events.is !== 'up', 'set-up': companySetUp === false };
  const missing = (needs: Need[]): Ability['missing'] => {
    if (session.is !== 'signed-in') return companySetUp === false ? 'set-up' : 'connection';
    return needs.find((need) => lacks[need]) ?? null;
  };
  const ability = (id: Ability['id'], ...needs: Need[]): Ability => ({ id, missing: missing(needs), on: missing(needs) === null });
  return [ability('call', 'phone', 'digital-line'), ability('be-called', 'phone'), ability('text'), ability('notifications', 'events'), ability('log', 'set-up')];
}
