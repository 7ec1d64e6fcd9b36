/** A call and a user who took part in it. */
export interface CallPair { telephonySessionId: string; extensionId: string }

/** A phone call of ours in NetSuite. */
export interface PhoneCallRow extends CallPair { id: number }

/** Why a pair has no phone call; null: nobody knows, it is missing. */
export type Absence = 'unmapped' | 'failed' | 'deleted' | 'unwanted' | null;

const countNames = ['records', 'pairs', 'logged', 'doubled', 'missing', 'unmapped', 'failed', 'deleted', 'unwanted', 'surplus'] as const;
export type Counts = Record<(typeof countNames)[number], number>;

export const noCounts: Counts = { records: 0, pairs: 0, logged: 0, doubled: 0, missing: 0, unmapped: 0, failed: 0, deleted: 0, unwanted: 0, surplus: 0 };

/** What one page showed. Rows are in the order of their internal ids. */
export interface Comparison<P extends CallPair> {
  counts: Counts;
  missing: P[];
  doubled: { pair: P; rows: PhoneCallRow[] }[];
}

const keyOf = ({ telephonySessionId, extensionId }: CallPair): string => `${telephonySessionId} ${extensionId}`;

/** RingCentral may tell of a call twice. */
function each<P extends CallPair>(pairs: readonly P[]): P[] {
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}

/**
 * Holds what RingCentral has against what NetSuite has: every pair is counted once, under exactly one heading.
 *
 * @param rows phone calls that may belong to these pairs.
 * @param absent why a pair without a row has none.
 */
export function reconcile<P extends CallPair>(page: { records: number; pairs: readonly P[]; rows: readonly PhoneCallRow[] }, absent: (pair: P) => Absence): Comparison<P> {
  const rowsOf = new Map<string, PhoneCallRow[]>();
  for (const row of [...page.rows].sort((a, b) => a.id - b.id)) rowsOf.set(keyOf(row), [...(rowsOf.get(keyOf(row)) ?? []), row]);
  const pairs = each(page.pairs);
  const counts = { ...noCounts, records: page.records, pairs: pairs.length };
  const missing: P[] = [];
  const doubled: Comparison<P>['doubled'] = [];
  for (const pair of pairs) {
    const rows = rowsOf.get(keyOf(pair)) ?? [];
    if (rows.length === 1) counts.logged += 1;
    else if (rows.length > 1) doubled.push({ pair, rows });
    else {
      const why = absent(pair);
      if (why === null) missing.push(pair);
      else counts[why] += 1;
    }
  }
  return { counts: { ...counts, missing: missing.length, doubled: doubled.length }, missing, doubled };
}

/** Phone calls of a time of which RingCentral knows no such call. */
export function surplusOf<R extends PhoneCallRow>(pairs: readonly CallPair[], rows: readonly R[]): R[] {
  const known = new Set(pairs.map(keyOf));
  return rows.filter((row) => !known.has(keyOf(row)));
}

/** Counts of several pages together. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sum = { ...a };
  for (const name of countNames) sum[name] += b[name];
  return sum;
}
