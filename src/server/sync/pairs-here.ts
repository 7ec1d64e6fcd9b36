import query = require('N/query');
import type { CallKey } from '../../core/calls/call.ts';
import type { Absence, PhoneCallRow } from '../../core/calls/reconcile.ts';
import { externalIdOf } from '../calls/call-key.ts';
import { fieldId } from '../calls/phone-call-record.ts';
import { phoneCall, tombstone, waiting } from '../netsuite/ids.ts';
import { inList } from '../netsuite/in-list.ts';
import { inParts } from './in-parts.ts';
import { unmapped } from './waiting-calls.ts';

/** A phone call of ours; `clock` is its start as NetSuite shows it, good for comparing with others' alone. '' where it has none. Numbers as the record has them. */
export interface ClockedRow extends PhoneCallRow { clock: string; from: string; to: string }

/** What NetSuite has of some pairs: phone calls, several of one pair too, and by key why another one has none. */
export interface PairsHere { rows: ClockedRow[]; absences: Map<string, Absence> }

const clockFormat = 'YYYY-MM-DD HH24:MI:SS';
const started = `TO_CHAR(p.${fieldId('startedAt')}, '${clockFormat}')`;
/** Rows that one query answers. */
const mostRows = 5000;

const rowOf = (row: Readonly<Record<string, unknown>>): ClockedRow => ({
  id: Number(row['id']), telephonySessionId: String(row['part'] ?? ''), extensionId: String(row['extension'] ?? ''), clock: String(row['started'] ?? ''),
  from: String(row['from_number'] ?? ''), to: String(row['to_number'] ?? ''),
});

/** Looks a page of pairs up, and what else their sessions have: one query for each thousand, 10 units each. */
export function pairsHere(pairs: readonly CallKey[]): PairsHere {
  const here: PairsHere = { rows: [], absences: new Map() };
  for (const part of inParts(pairs)) addHere(here, part);
  return here;
}

function addHere({ rows, absences }: PairsHere, pairs: readonly CallKey[]): void {
  const sessions = [...new Set(pairs.map(({ telephonySessionId }) => telephonySessionId))];
  const keys = [...new Set(pairs.map(externalIdOf))];
  const found = query
    .runSuiteQL({
      query:
        `SELECT p.id AS id, p.${phoneCall.session} AS part, p.${phoneCall.extension} AS extension, ${started} AS started, p.${fieldId('from')} AS from_number, p.${fieldId('to')} AS to_number, 'record' AS kind FROM phonecall p WHERE ${inList(`p.${phoneCall.session}`, sessions)} AND p.${phoneCall.extension} IS NOT NULL ` +
        `UNION ALL SELECT t.id AS id, t.${tombstone.key} AS part, NULL AS extension, NULL AS started, NULL AS from_number, NULL AS to_number, 'deleted' AS kind FROM ${tombstone.type} t WHERE ${inList(`t.${tombstone.key}`, keys)} ` +
        `UNION ALL SELECT w.id AS id, w.${waiting.key} AS part, NULL AS extension, w.${waiting.reason} AS started, NULL AS from_number, NULL AS to_number, 'waiting' AS kind FROM ${waiting.type} w WHERE ${inList(`w.${waiting.key}`, keys)}`,
      params: [...sessions, ...keys, ...keys],
    })
    .asMappedResults();
  for (const row of found) {
    const key = String(row['part'] ?? '');
    if (row['kind'] === 'deleted') absences.set(key, 'deleted');
    else if (row['kind'] === 'waiting' && !absences.has(key)) absences.set(key, row['started'] === unmapped ? 'unmapped' : 'failed');
  }
  rows.push(...found.filter((row) => row['kind'] === 'record').map(rowOf));
}

/** Phone calls of ours that began between two others, bounds left out, as far as one query answers: one query, 10 units. */
export function rowsBetween(first: string, last: string): ClockedRow[] {
  return query
    .runSuiteQL({
      query: `SELECT p.id AS id, p.${phoneCall.session} AS part, p.${phoneCall.extension} AS extension, ${started} AS started, p.${fieldId('from')} AS from_number, p.${fieldId('to')} AS to_number FROM phonecall p WHERE p.${phoneCall.session} IS NOT NULL AND p.${phoneCall.extension} IS NOT NULL AND ${started} > ? AND ${started} < ? AND ROWNUM <= ${mostRows}`,
      params: [first, last],
    })
    .asMappedResults()
    .map(rowOf);
}
