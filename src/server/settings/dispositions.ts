import log = require('N/log');
import query = require('N/query');
import record = require('N/record');
import type { Disposition } from '../../wire/settings/logging.ts';
import { errorName } from '../netsuite/error-name.ts';
import { dispositionList } from '../netsuite/ids.ts';

/**
 * The values of the account's list, in the order they were made. One query, 10 units. That a custom list is a table under its
 * script id, and a record type whose rows are its values, is practice rather than documented; Setup > Lists does the same by hand.
 */
export function allDispositions(): Disposition[] {
  return query
    .runSuiteQL({ query: `SELECT d.id AS id, d.name AS name, d.isinactive AS isinactive FROM ${dispositionList} d ORDER BY d.id` })
    .asMappedResults()
    .map((row) => ({ id: Number(row['id']), name: String(row['name'] ?? ''), offered: row['isinactive'] !== 'T' }));
}

/** What people may choose; nothing where the account's list cannot be asked for: nobody's phone waits for it. 10 units. */
export function offeredDispositions(): string[] {
  try {
    return allDispositions().filter(({ offered }) => offered).map(({ name }) => name);
  } catch (failure) {
    log.error({ title: 'Dispositions are not offered', details: errorName(failure) });
    return [];
  }
}

/** Adds and changes values under the caller's own permissions; a value is never deleted, since calls may have it. 6 units each. */
export function saveDispositions(changed: readonly Disposition[]): void {
  for (const { id, name, offered } of changed) {
    const value = id === null ? record.create({ type: dispositionList }) : record.load({ type: dispositionList, id });
    value.setValue({ fieldId: 'name', value: name });
    value.setValue({ fieldId: 'isinactive', value: !offered });
    value.save();
  }
}
