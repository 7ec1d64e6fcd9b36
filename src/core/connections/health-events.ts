import type { Connection, Link } from './connection.ts';
import type { HealthEvent } from './health.ts';

/** As many as a support case needs, and no more. */
export const mostHealthEvents = 50;

type News = Pick<HealthEvent, 'code' | 'detail'>;

const news = (code: News['code'], detail: News['detail'] = null): News => ({ code, detail });

/** Puts an event behind the others; the same again is counted rather than repeated. */
export function withEvent(events: readonly HealthEvent[], { code, detail }: News, at: number): HealthEvent[] {
  const last = events.at(-1);
  if (last?.code === code && last.detail === detail) return [...events.slice(0, -1), { ...last, at, times: last.times + 1 }];
  return [...events, { at, code, detail, times: 1 }].slice(-mostHealthEvents);
}

function ofPhone(before: Link, after: Link): News[] {
  if (before.is === after.is && !(after.is === 'refused' && before.is === 'refused' && before.cause !== after.cause)) return [];
  if (after.is === 'refused') return [after.cause === 'microphone-blocked' ? news('microphone-refused') : news('phone-refused', after.cause)];
  if (after.is === 'up') return [before.is === 'refused' && before.cause === 'microphone-blocked' ? news('microphone-allowed') : news('registered')];
  if (after.is === 'down') return before.is === 'up' ? [news('sip-closed')] : [];
  return after.is === 'off' ? [news('phone-off')] : [];
}

function ofSession({ session: before }: Connection, { session: after }: Connection): News[] {
  if (before.is === after.is) return [];
  if (after.is === 'signed-in') return [news('signed-in')];
  if (after.is === 'lost') return [news('sign-in-lost')];
  return before.is === 'signed-in' && after.is === 'signed-out' ? [news('signed-out')] : [];
}

/** What happened between two states of the connection, in events. Failed tries are told by whoever tries. */
export function eventsBetween(before: Connection, after: Connection): News[] {
  const gatewayUp = after.events.is === 'up' && before.events.is !== 'up' ? [news('gateway-up')] : [];
  return [...ofSession(before, after), ...gatewayUp, ...ofPhone(before.phone, after.phone)];
}
