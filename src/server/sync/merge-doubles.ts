import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');
import type { Record as NetSuiteRecord } from 'N/record';
import type * as v from 'valibot';
import type { CallKey } from '../../core/calls/call.ts';
import { mergeDouble, type Double } from '../../core/calls/merge-doubles.ts';
import { readWritten, writeWritten } from '../../core/calls/record-written.ts';
import type { MergeDoubles, MergedDoubles } from '../../wire/sync/reconcile.ts';
import { externalIdOf } from '../calls/call-key.ts';
import { readValues, writeValues } from '../calls/phone-call-record.ts';
import { errorName } from '../netsuite/error-name.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';

/** Two records of one call: query (10), two loads (10), two saves (20), the name moved (15), a deletion (10), lists by name. */
const unitsPerDouble = 90;

/**
 * Makes one phone call of several that are the same call of the same user: the one with the lowest internal id stays. Whoever asks must be
 * allowed to delete phone calls. About 75 units for a pair.
 */
export function mergeDoubles({ pairs }: v.InferOutput<typeof MergeDoubles>): MergedDoubles {
  const merged: MergedDoubles = { removed: 0, refused: [] };
  // Found out on the way, it would leave a record without its key.
  if (runtime.getCurrentUser().getPermission({ name: 'LIST_CALL' }) < runtime.Permission.FULL) return { removed: 0, refused: pairs.map((pair) => ({ ...pair, code: 'INSUFFICIENT_PERMISSION' })) };
  for (const pair of pairs) {
    try {
      const [stays, ...others] = recordsOf(pair);
      for (const goes of others) {
        if (stays === undefined || runtime.getCurrentScript().getRemainingUsage() < unitsPerDouble) {
          merged.refused.push({ ...pair, code: 'LATER' });
          break;
        }
        mergeInto(stays, goes, pair);
        merged.removed += 1;
      }
    } catch (failure) {
      merged.refused.push({ ...pair, code: errorName(failure) });
    }
  }
  return merged;
}

function recordsOf({ telephonySessionId, extensionId }: CallKey): number[] {
  return query
    .runSuiteQL({ query: `SELECT p.id AS id FROM phonecall p WHERE p.${ids.session} = ? AND p.${ids.extension} = ?`, params: [telephonySessionId, extensionId] })
    .asMappedResults()
    .map((row) => Number(row['id']))
    .sort((a, b) => a - b);
}

const read = (phoneCall: NetSuiteRecord): Double => {
  const values = readValues(phoneCall);
  return { values, written: readWritten(String(phoneCall.getValue({ fieldId: ids.written }) ?? ''), values) };
};

/**
 * The facts move first, then the other record loses its key, so that its deletion leaves no tombstone and its name is free; it may die at any
 * point, and the next merge goes on from there.
 */
function mergeInto(stays: number, goes: number, pair: CallKey): void {
  const kept = record.load({ type: record.Type.PHONE_CALL, id: stays });
  const other = record.load({ type: record.Type.PHONE_CALL, id: goes });
  const { changes, written } = mergeDouble(read(kept), read(other));
  writeValues(kept, changes);
  kept.setValue({ fieldId: ids.written, value: writeWritten(written) });
  kept.save();

  for (const fieldId of [ids.session, ids.extension, 'externalid']) other.setValue({ fieldId, value: '' });
  other.save();
  const named = record.load({ type: record.Type.PHONE_CALL, id: stays });
  if (String(named.getValue({ fieldId: 'externalid' }) ?? '') !== externalIdOf(pair)) {
    named.setValue({ fieldId: 'externalid', value: externalIdOf(pair) });
    named.save();
  }
  record.delete({ type: record.Type.PHONE_CALL, id: goes });
}
