import query = require('N/query');
import type { CallKey } from '../../core/calls/call.ts';
import { phoneCall, tombstone } from '../netsuite/ids.ts';
import { externalIdOf } from './call-key.ts';

export type FoundCall = { kind: 'record'; id: number } | { kind: 'deleted' } | { kind: 'none' };

/** Looks a call's key up among the phone calls the caller may see and among deleted ones: one query, 10 units. */
export function findCall(key: CallKey): FoundCall {
  const rows = query
    .runSuiteQL({
      query:
        `SELECT p.id AS id, 'record' AS kind FROM phonecall p WHERE p.${phoneCall.session} = ? AND p.${phoneCall.extension} = ? ` +
        `UNION ALL SELECT t.id AS id, 'deleted' AS kind FROM ${tombstone.type} t WHERE t.${tombstone.key} = ?`,
      params: [key.telephonySessionId, key.extensionId, externalIdOf(key)],
    })
    .asMappedResults();
  const ids = rows.filter((row) => row['kind'] === 'record').map((row) => Number(row['id']));
  // The reconciler keeps the oldest of doubles; so does everybody else.
  if (ids.length > 0) return { kind: 'record', id: Math.min(...ids) };
  return rows.length > 0 ? { kind: 'deleted' } : { kind: 'none' };
}
