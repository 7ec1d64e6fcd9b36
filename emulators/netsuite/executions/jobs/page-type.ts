import type { World } from '../execution.ts';
import type { RecordType } from '../../records/record-type.ts';
import { quoted } from '../../store/make-tables.ts';

/** The record type behind a page's path and query, by record page or by list; undefined for a page that is not one. */
export function typeOfPage(world: World, page: 'record' | 'list', path: string, query: Record<string, string>): RecordType | undefined {
  const found = world.catalog.types.filter((type) => type.pages?.[page] === path);
  if (found.length <= 1) return found[0];
  // Customers and projects share a page; ids of entities come from one sequence.
  const id = Number(query['id'] ?? Number.NaN);
  const own = Number.isInteger(id) ? found.find((type) => type.stage === null && type.sequence === 'entity' && world.store.get(`SELECT 1 AS found FROM main.${quoted(type.table)} WHERE id = ?`, id)) : undefined;
  if (own) return own;
  if (query['rectype'] !== undefined) return found.find((type) => type.pages?.query['rectype'] === query['rectype'] || type.id === query['rectype']);
  return found.find((type) => (type.stage ?? type.pages?.query['stage'] ?? '').toLowerCase() === (query['stage'] ?? 'customer').toLowerCase());
}
