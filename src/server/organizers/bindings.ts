import query = require('N/query');
import { extension as ids } from '../netsuite/ids.ts';

const mostRows = 5000;

/** Employees by extension, of all extensions that have one. 10 units. */
export function organizersByExtension(): Map<string, number> {
  const rows = query
    .runSuiteQL({ query: `SELECT x.${ids.id} AS extension, x.${ids.employee} AS employee FROM ${ids.type} x WHERE x.${ids.employee} IS NOT NULL AND ROWNUM <= ${mostRows}`, params: [] })
    .asMappedResults();
  return new Map(rows.map((row) => [String(row['extension']), Number(row['employee'])]));
}
