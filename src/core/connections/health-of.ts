import type { Connection, Link } from './connection.ts';
import { healthParts, type HealthCause, type HealthPart, type HealthPartName, type Mover } from './health.ts';

/** Everything the health follows from. */
export interface HealthFacts {
  connection: Connection;
  /** As the browser says. */
  online: boolean;
  /** A token could not be refreshed, and has not been since. */
  refreshFailed: boolean;
  /** unknown: no call has asked for it yet. */
  microphone: 'unknown' | 'open' | 'missing';
  /** Of the calls that are up, the worst. */
  audio: 'flows' | 'interrupted' | 'lost';
  /** Of the calls that are up, the worst; null while none was read. */
  quality: 'good' | 'poor' | null;
}

type Finding = Pick<HealthPart, 'level' | 'cause'>;

const good: Finding = { level: 'good', cause: null };
const unknown: Finding = { level: 'unknown', cause: null };
const working = (cause: HealthCause): Finding => ({ level: 'working', cause });
const bad = (cause: HealthCause): Finding => ({ level: 'bad', cause });

const movers: Record<HealthCause, Mover> = {
  offline: 'user',
  'not-set-up': 'company-admin',
  'signed-out': 'user',
  'signing-in': 'user',
  'token-expired': 'user',
  'token-revoked': 'user',
  'refresh-failed': 'line',
  starting: 'line',
  'gateway-down': 'line',
  'gateway-flickers': 'network-admin',
  'phone-down': 'line',
  'webphone-off': 'ringcentral-admin',
  'no-digital-line': 'ringcentral-admin',
  'too-many-phones': 'user',
  'microphone-blocked': 'user',
  'microphone-missing': 'user',
  'phone-refused': 'ringcentral-admin',
  'audio-interrupted': 'line',
  'audio-lost': 'user',
  'quality-poor': 'user',
};

function token({ connection: { session, companySetUp }, refreshFailed }: HealthFacts): Finding {
  switch (session.is) {
    case 'signed-out':
      return bad(companySetUp === false ? 'not-set-up' : 'signed-out');
    case 'signing-in':
      return working('signing-in');
    case 'lost':
      return bad(session.cause === 'expired' ? 'token-expired' : 'token-revoked');
    case 'signed-in':
      return refreshFailed ? working('refresh-failed') : good;
  }
}

function gateway({ connection }: HealthFacts): Finding {
  if (connection.flickering) return bad('gateway-flickers');
  return linkHealth(connection.events, 'gateway-down');
}

function linkHealth(link: Link, down: HealthCause): Finding {
  switch (link.is) {
    case 'off':
      return unknown;
    case 'starting':
      return working('starting');
    case 'up':
      return good;
    case 'down':
      return working(down);
    case 'refused':
      // The microphone is no matter of the registration, though no call can be made without it.
      return link.cause === 'microphone-blocked' ? good : bad(link.cause);
  }
}

function microphone({ connection: { phone }, microphone: known }: HealthFacts): Finding {
  if (phone.is === 'refused' && phone.cause === 'microphone-blocked') return bad('microphone-blocked');
  if (known === 'missing') return bad('microphone-missing');
  return known === 'open' ? good : unknown;
}

function quality({ audio, quality: heard }: HealthFacts): Finding {
  if (audio === 'lost') return bad('audio-lost');
  if (audio === 'interrupted') return working('audio-interrupted');
  return heard === null ? unknown : heard === 'poor' ? bad('quality-poor') : good;
}

const findings: Record<HealthPartName, (facts: HealthFacts) => Finding> = {
  network: ({ online }) => (online ? good : bad('offline')),
  token,
  gateway,
  registration: ({ connection }) => linkHealth(connection.phone, 'phone-down'),
  microphone,
  quality,
};

/** How each part stands, given the facts; one that stands as before keeps its `since`. `at` in epoch milliseconds. */
export function healthOf(before: readonly HealthPart[], facts: HealthFacts, at: number): HealthPart[] {
  return healthParts.map((part) => {
    const { level, cause } = findings[part](facts);
    const known = before.find((each) => each.part === part);
    const since = known?.level === level && known.cause === cause ? known.since : at;
    return { part, level, cause, mover: cause && movers[cause], since };
  });
}
