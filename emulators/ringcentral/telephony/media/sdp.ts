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

const CANDIDATE = /^a=(?:candidate:.*|end-of-candidates)\r?\n/gm;

export const withoutCandidates = (sdp: string): string => sdp.replace(CANDIDATE, '');

/** UDP port of the candidate on the loopback interface; null: there is none. */
export function loopbackPortOf(sdp: string): number | null {
  const port = /^a=candidate:\S+ 1 udp \d+ 127\.0\.0\.1 (\d+) typ host/im.exec(sdp)?.[1];
  return port === undefined ? null : Number(port);
}

/** Leaves a page one way only: this port of the loopback interface. */
export const withOneCandidate = (sdp: string, port: number): string =>
  `${withoutCandidates(sdp).replace(/(\r?\n)?$/, '\r\n')}a=candidate:1 1 udp 2122260223 127.0.0.1 ${port} typ host generation 0\r\n`;
