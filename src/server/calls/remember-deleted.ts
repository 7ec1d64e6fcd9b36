import log = require('N/log');
import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import { errorName } from '../netsuite/error-name.ts';
import { tombstone } from '../netsuite/ids.ts';
import { keyOnRecord } from './call-key.ts';

/** Leaves a tombstone for a deleted call of ours, so that neither a late log nor sync brings it back. */
export function rememberDeleted(phoneCall: NetSuiteRecord): void {
  const key = keyOnRecord(phoneCall);
  if (key === null) return;
  try {
    const stone = record.create({ type: tombstone.type });
    stone.setValue({ fieldId: 'externalid', value: key });
    stone.setValue({ fieldId: tombstone.key, value: key });
    stone.save();
  } catch (failure) {
    // Deleted twice, or the type is locked: the deletion itself stands.
    log.error({ title: 'A deleted call leaves no tombstone', details: errorName(failure) });
  }
}
