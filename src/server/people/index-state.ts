import record = require('N/record');
import search = require('N/search');
import type { FieldValue } from 'N/record';
import { indexState as ids } from '../netsuite/ids.ts';

/** What is remembered of builds. `ordered`: the rebuild that somebody asked for last. Moments are ISO 8601. */
export interface IndexState {
  ordered: { task: string; at: string } | null;
  /** The last run that ended, by order or by schedule; null: the index was never filled. */
  built: { at: string; failed: number } | null;
}

function rowId(): number | null {
  const [row] = search.create({ type: ids.type, filters: [], columns: ['internalid'] }).run().getRange({ start: 0, end: 1 });
  return row ? Number(row.id) : null;
}

/** 12 units. */
export function loadIndexState(): IndexState {
  const id = rowId();
  if (id === null) return { ordered: null, built: null };
  const row = record.load({ type: ids.type, id });
  const text = (fieldId: string): string => String(row.getValue({ fieldId }) ?? '');
  const [task, orderedAt, builtAt] = [text(ids.task), text(ids.ordered), text(ids.built)];
  return {
    ordered: task === '' ? null : { task, at: orderedAt },
    built: builtAt === '' ? null : { at: builtAt, failed: Number(text(ids.failed)) || 0 },
  };
}

/**
 * An order and the end of a run write fields of their own, so neither undoes the other; the external id keeps it one row when both
 * are the first. 16 units at most.
 */
function change(values: Readonly<Record<string, FieldValue>>): void {
  const id = rowId();
  if (id !== null) return void record.submitFields({ type: ids.type, id, values });
  const row = record.create({ type: ids.type });
  row.setValue({ fieldId: 'externalid', value: ids.externalId });
  for (const [fieldId, value] of Object.entries(values)) row.setValue({ fieldId, value });
  try {
    row.save();
  } catch (failure) {
    const made = rowId();
    if (made === null) throw failure;
    record.submitFields({ type: ids.type, id: made, values });
  }
}

export const rememberOrder = (task: string, now: number): void => change({ [ids.task]: task, [ids.ordered]: new Date(now).toISOString() });

export const rememberBuilt = (failed: number, now: number): void => change({ [ids.built]: new Date(now).toISOString(), [ids.failed]: failed });
