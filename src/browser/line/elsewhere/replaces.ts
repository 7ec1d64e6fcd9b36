import type { ActiveCall } from './active-call.ts';

/**
 * The headers of an INVITE that takes a call over from another device (RFC 3891). RingCentral publishes two ways to name
 * the call, and which one its service takes cannot be proved here: the first is tried first, the other where that one
 * names no call.
 */
export function replacing({ telephonySessionId, leg }: ActiveCall): Record<string, string>[] {
  if (leg === null) return [];
  const byLeg = `${leg.callId};to-tag=${leg.server};from-tag=${leg.device}`;
  const bySession = `${telephonySessionId};to-tag=${leg.device};from-tag=${leg.server}`;
  return [byLeg, bySession].map((Replaces) => ({ Replaces, 'RC-call-type': 'replace' }));
}
