import record = require('N/record');
import runtime = require('N/runtime');
import search = require('N/search');
import type { Record as NetSuiteRecord } from 'N/record';
import { errorName } from '../netsuite/error-name.ts';
import { syncState as ids } from '../netsuite/ids.ts';
import { readState, type SyncState } from './sync-state.ts';

const mostTries = 5;

function load(): NetSuiteRecord | null {
  const [row] = search.create({ type: ids.type, filters: [], columns: ['internalid'] }).run().getRange({ start: 0, end: 1 });
  return row ? record.load({ type: ids.type, id: row.id }) : null;
}

const stateOf = (row: NetSuiteRecord | null): SyncState => readState(String(row?.getValue({ fieldId: ids.state }) ?? ''), runtime.accountId);

/** What sync remembers. 12 units. */
export const loadState = (): SyncState => stateOf(load());

function firstRow(): NetSuiteRecord {
  const row = record.create({ type: ids.type });
  row.setValue({ fieldId: 'externalid', value: ids.externalId });
  return row;
}

/**
 * Changes it, over what a run and an administrator write at the same time: read, change, save, and anew where somebody was
 * faster. `change` answers null to leave everything as it is. 16 units at best. Answers the state as it is now.
 */
export function changeState(change: (state: SyncState) => SyncState | null): SyncState {
  for (let tries = 1; ; tries++) {
    const kept = load();
    const before = stateOf(kept);
    const after = change(before);
    if (after === null) return before;
    const row = kept ?? firstRow();
    row.setValue({ fieldId: ids.state, value: JSON.stringify(after) });
    try {
      row.save();
      return after;
    } catch (failure) {
      const raced = errorName(failure) === 'RCRD_HAS_BEEN_CHANGED' || kept === null;
      if (!raced || tries === mostTries) throw failure;
    }
  }
}
