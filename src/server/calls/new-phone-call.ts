import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import type { RecordedFacts } from '../../core/calls/merge.ts';
import { complete } from '../../core/calls/record-complete.ts';
import { hashOf, writeWritten } from '../../core/calls/record-written.ts';
import { errorName } from '../netsuite/error-name.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { emptyValues, writeValues } from './phone-call-record.ts';

export interface NewPhoneCall {
  /** Its key; NetSuite keeps it unique. */
  externalId: string;
  organizer: number;
  /** null: NetSuite takes today. */
  day: Date | null;
  facts: RecordedFacts;
  /** NetSuite refused whom it was linked to: nobody is named this time, and a project that has the number gives way to its customer. */
  again: boolean;
}

/** The person vanished between ringing and logging, or between matching and saving: matched anew, better an unlinked call than none. */
export const blamesAReference = (thrown: unknown): boolean => ['INVALID_KEY_OR_REF', 'INVALID_FLD_VALUE', 'RCRD_DSNT_EXIST'].includes(errorName(thrown));

/** A phone call of ours that holds these facts, not saved yet: of a call, or of a conversation's day. 5 units. */
export function newPhoneCall({ externalId, organizer, day, facts, again }: NewPhoneCall): NetSuiteRecord {
  const phoneCall = record.create({ type: record.Type.PHONE_CALL });
  const { changes, written } = complete(emptyValues(), null, again ? { ...facts, otherSide: null } : facts);
  // The user event knows by a company that was written as empty. The same when a record is completed.
  if (again) written.hashes.company = hashOf('');
  phoneCall.setValue({ fieldId: 'externalid', value: externalId });
  phoneCall.setValue({ fieldId: ids.organizer, value: organizer });
  phoneCall.setValue({ fieldId: 'status', value: 'COMPLETE' });
  phoneCall.setValue({ fieldId: 'timedevent', value: false });
  if (day) phoneCall.setValue({ fieldId: 'startdate', value: day });
  writeValues(phoneCall, changes);
  phoneCall.setValue({ fieldId: ids.written, value: writeWritten(written) });
  return phoneCall;
}
