import query = require('N/query');
import { syncCauses, type SyncCard } from '../../wire/sync/sync.ts';
import { textCursor as ids } from '../netsuite/ids.ts';

/** What the last try said, by count of extensions. 10 units. */
export const textTries = (): SyncCard['texts'] =>
  query
    .runSuiteQL({ query: `SELECT c.${ids.trouble} AS trouble, COUNT(*) AS extensions FROM ${ids.type} c GROUP BY c.${ids.trouble}`, params: [] })
    .asMappedResults()
    .map((row) => ({ cause: syncCauses.find((cause) => cause === row['trouble']) ?? null, extensions: Number(row['extensions']) }));
