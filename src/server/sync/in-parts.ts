import type { CallKey } from '../../core/calls/call.ts';

/** Pairs of one query: with doubles and a hundred colleagues more, its answer still fits into the 5,000 rows that NetSuite gives. */
const mostPairs = 1000;

/** Splits a page of pairs for queries; the pairs of one session stay together, however many phones rang. */
export function inParts<K extends CallKey>(pairs: readonly K[]): K[][] {
  const sessions = new Map<string, K[]>();
  for (const pair of pairs) {
    const same = sessions.get(pair.telephonySessionId);
    if (same) same.push(pair);
    else sessions.set(pair.telephonySessionId, [pair]);
  }
  const parts: K[][] = [];
  let part: K[] = [];
  for (const same of sessions.values()) {
    if (part.length > 0 && part.length + same.length > mostPairs) {
      parts.push(part);
      part = [];
    }
    part.push(...same);
  }
  return part.length > 0 ? [...parts, part] : parts;
}
