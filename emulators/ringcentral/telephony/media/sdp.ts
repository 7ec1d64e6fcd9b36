/** What the switch reads and writes in a session description (RFC 8866); everything else passes through untouched. */

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** The certificates a page offers. A page that was replaced has another one. */
export const fingerprintOf = (sdp: string): string =>
  [...sdp.matchAll(/^a=fingerprint:(.+?)\s*$/gim)].map((match) => match[1]?.toUpperCase()).sort().join();

/** Changes when ICE is restarted. */
export const iceUserOf = (sdp: string): string => /^a=ice-ufrag:(.+?)\s*$/m.exec(sdp)?.[1] ?? '';

export const directionOf = (sdp: string): Direction =>
  (/^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(sdp)?.[1] ?? 'sendrecv') as Direction;

export const withDirection = (sdp: string, direction: Direction): string =>
  sdp.replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)(\s*)$/gm, `a=${direction}$1`);

/** RFC 3264: the answer to "I only send" is "I only receive", and so on. */
export const answerTo = (offered: Direction): Direction =>
  offered === 'sendonly' ? 'recvonly' : offered === 'recvonly' ? 'sendonly' : offered;

/** Raises the version in the o= line, as every changed description must. */
export const withVersion = (sdp: string, version: number): string =>
  sdp.replace(/^(o=\S+ \d+) \d+/m, `$1 ${version}`);
