/** A call and a user who took part in it. */
export interface CallPair { telephonySessionId: string; extensionId: string }

/** A phone call of ours in NetSuite; `startedAt` in epoch milliseconds, null where nobody knows. */
export interface PhoneCallRow extends CallPair { id: number; startedAt: number | null }

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
  surplus: PhoneCallRow[];
}

const keyOf = ({ telephonySessionId, extensionId }: CallPair): string => `${telephonySessionId} ${extensionId}`;

/** Pairs that have no phone call among the rows, each once. */
export function withoutRow<P extends CallPair>(pairs: readonly P[], rows: readonly PhoneCallRow[]): P[] {
  const there = new Set(rows.map(keyOf));
  return each(pairs).filter((pair) => !there.has(keyOf(pair)));
}

/** RingCentral may tell of a call twice. */
function each<P extends CallPair>(pairs: readonly P[]): P[] {
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}

/**
 * Compares what RingCentral has with what NetSuite has: every pair is counted once, under exactly one heading.
 *
 * @param rows phone calls that may belong to these pairs; those that do not are surplus where `isExpected` says that their call should have
 * been among the pairs.
 * @param absent why pairs without a row have none, by pair.
 */
export function reconcile<P extends CallPair>(
  page: { records: number; pairs: readonly P[]; rows: readonly PhoneCallRow[] },
  absent: (pair: P) => Absence, isExpected: (row: PhoneCallRow) => boolean,
): Comparison<P> {
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
  const known = new Set(pairs.map(keyOf));
  const surplus = page.rows.filter((row) => !known.has(keyOf(row)) && isExpected(row));
  return { counts: { ...counts, missing: missing.length, doubled: doubled.length, surplus: surplus.length }, missing, doubled, surplus };
}

/** Counts of several pages together. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sum = { ...a };
  for (const name of countNames) sum[name] += b[name];
  return sum;
}
