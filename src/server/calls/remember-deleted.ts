import log = require('N/log');
import query = require('N/query');
import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import { errorName } from '../netsuite/error-name.ts';
import { phoneCall as ids, tombstone } from '../netsuite/ids.ts';
import { keyOnRecord } from './call-key.ts';

/**
 * Leaves a tombstone for a deleted call of ours, so that neither a late log nor sync brings it back; not where another record is the same
 * call still: then it was a double that went. 16 units.
 */
export function rememberDeleted(phoneCall: NetSuiteRecord): void {
  const key = keyOnRecord(phoneCall);
  if (key === null) return;
  if (!hasDouble(phoneCall)) leaveTombstone(key);
}

/** Never throws: the deletion itself stands, though it is the second one, or the type is locked. 6 units. */
export function leaveTombstone(key: string): void {
  try {
    const stone = record.create({ type: tombstone.type });
    stone.setValue({ fieldId: 'externalid', value: key });
    stone.setValue({ fieldId: tombstone.key, value: key });
    stone.save();
  } catch (failure) {
    log.error({ title: 'Something deleted leaves no tombstone', details: errorName(failure) });
  }
}

/** Another record has the same key. Where the role may not ask, it counts as the only one. */
function hasDouble(phoneCall: NetSuiteRecord): boolean {
  const textOf = (fieldId: string): string => String(phoneCall.getValue({ fieldId }) ?? '');
  const part = textOf(ids.session) === '' ? ids.conversation : ids.session;
  try {
    return query.runSuiteQL({ query: `SELECT p.id AS id FROM phonecall p WHERE p.${part} = ? AND p.${ids.extension} = ? AND p.id <> ?`, params: [textOf(part), textOf(ids.extension), Number(phoneCall.id)] }).asMappedResults().length > 0;
  } catch {
    return false;
  }
}
