import query = require('N/query');
import type { CallKey } from '../../core/calls/call.ts';
import { externalIdOf } from '../calls/call-key.ts';
import { phoneCall, tombstone, waiting } from '../netsuite/ids.ts';
import { inList } from '../netsuite/in-list.ts';
import { inParts } from './in-parts.ts';

/** What NetSuite has of a call already. `settled`: what of the call log it holds. */
export type Known = { kind: 'record'; id: number; settled: string } | { kind: 'deleted' } | { kind: 'waiting'; id: number; settled: string };

/** Looks a page of calls up: records, tombstones and parked calls by key, in one query for each thousand. 10 units each. */
export function alreadyThere(keys: readonly CallKey[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const part of inParts(keys)) addKnown(known, part);
  return known;
}

function addKnown(known: Map<string, Known>, keys: readonly CallKey[]): void {
  const sessions = [...new Set(keys.map(({ telephonySessionId }) => telephonySessionId))];
  const ids = [...new Set(keys.map(externalIdOf))];
  const rows = query
    .runSuiteQL({
      query:
        `SELECT p.id AS id, p.${phoneCall.session} AS part, p.${phoneCall.extension} AS extension, p.${phoneCall.settled} AS settled, 'record' AS kind FROM phonecall p WHERE ${inList(`p.${phoneCall.session}`, sessions)} ` +
        `UNION ALL SELECT t.id AS id, t.${tombstone.key} AS part, NULL AS extension, NULL AS settled, 'deleted' AS kind FROM ${tombstone.type} t WHERE ${inList(`t.${tombstone.key}`, ids)} ` +
        `UNION ALL SELECT w.id AS id, w.${waiting.key} AS part, NULL AS extension, w.${waiting.settled} AS settled, 'waiting' AS kind FROM ${waiting.type} w WHERE ${inList(`w.${waiting.key}`, ids)}`,
      params: [...sessions, ...ids, ...ids],
    })
    .asMappedResults();
  // A record outdoes a tombstone, and both a parked call; of doubles the oldest counts.
  const rank = { record: 0, deleted: 1, waiting: 2 };
  for (const row of rows) {
    const id = Number(row['id']);
    const settled = String(row['settled'] ?? '');
    const kind = String(row['kind']) as keyof typeof rank;
    const key = kind === 'record' ? externalIdOf({ telephonySessionId: String(row['part']), extensionId: String(row['extension']) }) : String(row['part']);
    const before = known.get(key);
    if (before && (rank[before.kind] < rank[kind] || (before.kind === 'record' && kind === 'record' && before.id < id))) continue;
    known.set(key, kind === 'deleted' ? { kind } : { kind, id, settled });
  }
}
