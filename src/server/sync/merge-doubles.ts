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

/** Two records of one call: two loads (10), the name taken off (10), facts and name on (10), a deletion (10), lists by name; the user events have units of their own. */
const unitsPerDouble = 60;

/**
 * Makes one phone call of several that are the same call of the same user: the one with the lowest internal id stays. Whoever asks must be
 * allowed to delete phone calls. About 55 units for a pair. It may die at any point: both records keep their key until one of them is deleted, so
 * that the next check finds them double again, and the next merge does the rest.
 */
export function mergeDoubles({ pairs }: v.InferOutput<typeof MergeDoubles>): MergedDoubles {
  const merged: MergedDoubles = { removed: 0, refused: [] };
  if (runtime.getCurrentUser().getPermission({ name: 'LIST_CALL' }) < runtime.Permission.FULL) return { removed: 0, refused: pairs.map((pair) => ({ ...pair, code: 'INSUFFICIENT_PERMISSION' })) };
  for (const pair of pairs) {
    try {
      needUnits();
      const [stays, ...others] = recordsOf(pair);
      if (stays === undefined) continue;
      // The name is unique: it is off all of them before the one that stays gets it.
      for (const goes of others) unname(goes, pair);
      for (const goes of others) {
        mergeInto(stays, goes, pair);
        merged.removed += 1;
      }
    } catch (failure) {
      merged.refused.push({ ...pair, code: errorName(failure) });
    }
  }
  return merged;
}

/** The rest of a request that is out of units is asked for again. */
class OutOfUnits extends Error {
  override readonly name = 'LATER';
}
function needUnits(): void {
  if (runtime.getCurrentScript().getRemainingUsage() < unitsPerDouble) throw new OutOfUnits();
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

/** Takes the external id off a record that is going to go. 5 units, 15 where it has it. */
function unname(goes: number, pair: CallKey): void {
  needUnits();
  const other = record.load({ type: record.Type.PHONE_CALL, id: goes });
  if (nameOf(other) !== externalIdOf(pair)) return;
  other.setValue({ fieldId: 'externalid', value: '' });
  other.save();
}

const nameOf = (phoneCall: NetSuiteRecord): string => String(phoneCall.getValue({ fieldId: 'externalid' }) ?? '');

/** Facts and name first, the deletion last. 30 units. */
function mergeInto(stays: number, goes: number, pair: CallKey): void {
  needUnits();
  const kept = record.load({ type: record.Type.PHONE_CALL, id: stays });
  const other = record.load({ type: record.Type.PHONE_CALL, id: goes });
  const { changes, written } = mergeDouble(read(kept), read(other));
  writeValues(kept, changes);
  kept.setValue({ fieldId: ids.written, value: writeWritten(written) });
  if (nameOf(kept) !== externalIdOf(pair)) kept.setValue({ fieldId: 'externalid', value: externalIdOf(pair) });
  kept.save();
  record.delete({ type: record.Type.PHONE_CALL, id: goes });
}
