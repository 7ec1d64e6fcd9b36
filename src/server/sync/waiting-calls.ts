import query = require('N/query');
import record = require('N/record');
import * as v from 'valibot';
import type { LoggedCall } from '../../core/calls/from-call-log.ts';
import { directions, outcomes } from '../../core/calls/outcome.ts';
import { externalIdOf } from '../calls/call-key.ts';
import { errorName } from '../netsuite/error-name.ts';
import { extension, waiting as ids } from '../netsuite/ids.ts';

/** Why a call waits: nobody to log it for; otherwise the code of what went wrong. */
export const unmapped = 'UNMAPPED';

/** Waiting calls of one run: they go beside the new ones, not before them. */
const mostDue = 1000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Keeps a call that cannot be logged yet, or what is newer of one that waits. 6 units. */
export function park(call: LoggedCall, settled: string, reason: string, row: number | null): void {
  const parked = row === null ? record.create({ type: ids.type }) : record.load({ type: ids.type, id: row });
  const tries = row === null ? 0 : Number(parked.getValue({ fieldId: ids.tries }) ?? 0);
  if (row === null) parked.setValue({ fieldId: 'externalid', value: `rcns:waiting:${externalIdOf(call)}` });
  parked.setValue({ fieldId: ids.key, value: externalIdOf(call) });
  parked.setValue({ fieldId: ids.extension, value: call.extensionId });
  parked.setValue({ fieldId: ids.reason, value: reason });
  parked.setValue({ fieldId: ids.tries, value: tries + 1 });
  parked.setValue({ fieldId: ids.settled, value: settled });
  parked.setValue({ fieldId: ids.call, value: JSON.stringify(call) });
  try {
    parked.save();
  } catch (failure) {
    // Parked a moment ago by the map call that NetSuite killed, or by another run: then it waits already.
    if (row !== null || rowOf(externalIdOf(call)) === null) throw failure;
  }
}

function rowOf(key: string): number | null {
  const [row] = query.runSuiteQL({ query: `SELECT w.id AS id FROM ${ids.type} w WHERE w.${ids.key} = ?`, params: [key] }).asMappedResults();
  return row ? Number(row['id']) : null;
}

const end = v.object({ number: v.string(), name: v.nullable(v.string()) });
const seconds = v.nullable(v.number());
const note = v.nullable(v.string());
const Parked = v.object({
  telephonySessionId: v.string(), extensionId: v.string(), internal: v.boolean(), direction: v.picklist(directions), outcome: v.nullable(v.picklist(outcomes)), reason: note,
  from: end, to: end, startedAt: v.number(), talkSeconds: seconds, ringSeconds: seconds, queue: note, recordingUrl: note, voicemailUrl: note, notes: v.null(), disposition: v.null(), person: v.null(), quality: v.null(),
});

/** What a parked call's row holds; null: it was dropped meanwhile, or somebody edited it into something else. 2 units. */
export function parkedCall(row: number): { call: LoggedCall; settled: string } | null {
  try {
    const parked = record.load({ type: ids.type, id: row });
    const read = v.safeParse(Parked, JSON.parse(text(parked.getValue({ fieldId: ids.call }))));
    return read.success ? { call: read.output, settled: text(parked.getValue({ fieldId: ids.settled })) } : null;
  } catch {
    // Gone, or no JSON: there is nothing to log.
    return null;
  }
}

/** It is logged, or an admin gives it up; both at once, or two admins, change nothing. 4 units. */
export function unpark(row: number): void {
  try {
    record.delete({ type: ids.type, id: row });
  } catch (failure) {
    if (errorName(failure) !== 'RCRD_DSNT_EXIST') throw failure;
  }
}

export interface DueCall { row: number; extensionId: string }

/** Parked calls whose turn it is: those that failed, and those whose extension has an employee now; what was tried least goes first. 10 units. */
export function dueCalls(hasDefault: boolean): DueCall[] {
  return query
    .runSuiteQL({
      query:
        `SELECT * FROM (SELECT DISTINCT w.id AS id, w.${ids.extension} AS extension, w.${ids.tries} AS tries FROM ${ids.type} w LEFT JOIN ${extension.type} x ON x.${extension.id} = w.${ids.extension} AND x.${extension.employee} IS NOT NULL ` +
        `WHERE x.id IS NOT NULL OR w.${ids.reason} <> ?${hasDefault ? " OR w.id IS NOT NULL" : ''} ORDER BY w.${ids.tries}, w.id) WHERE ROWNUM <= ${mostDue}`,
      params: [unmapped],
    })
    .asMappedResults()
    .map((row) => ({ row: Number(row['id']), extensionId: String(row['extension'] ?? '') }));
}
