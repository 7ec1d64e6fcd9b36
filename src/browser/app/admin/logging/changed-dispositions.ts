import type { Disposition } from '../../../../wire/settings/logging.ts';

/** The rows that NetSuite has to be told of: new ones with a name, and those that were renamed or are offered otherwise. */
export const changedDispositions = (kept: readonly Disposition[], rows: readonly Disposition[]): Disposition[] =>
  rows.map((row) => ({ ...row, name: row.name.trim() })).filter((row) => {
    const before = kept.find(({ id }) => id !== null && id === row.id);
    return before ? before.name !== row.name || before.offered !== row.offered : row.name !== '';
  });

/** Why the list cannot be saved as it stands; null: it can. */
export function dispositionTrouble(rows: readonly Disposition[]): string | null {
  if (rows.some(({ id, name }) => id !== null && name.trim() === '')) return 'A disposition needs a name. To put it away, take the tick from Offered.';
  const names = rows.map(({ name }) => name.trim().toLowerCase()).filter((name) => name !== '');
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? null : `“${rows.find(({ name }) => name.trim().toLowerCase() === twice)?.name.trim() ?? ''}” is there twice.`;
}
