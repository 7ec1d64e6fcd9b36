import type { Record as NetSuiteRecord } from 'N/record';
import { recordFields } from '../../core/calls/record.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { keyOnRecord } from './call-key.ts';
import { fieldId } from './phone-call-record.ts';

/** What a copy is made for: whom it is about, and what somebody wrote. */
const kept: ReadonlySet<string> = new Set(['notes', 'employee']);

const told = [ids.session, ids.extension, ids.conversation, ids.settled, ids.written, ...recordFields.filter((field) => !kept.has(field)).map(fieldId).filter((id) => id.startsWith('custevent_'))];

/** A phone call that somebody copies to plan the next one is another phone call: it must not count as the same call twice, nor be merged away. */
export function forgetCopiedCall(phoneCall: NetSuiteRecord): void {
  if (keyOnRecord(phoneCall) === null) return;
  for (const id of told) phoneCall.setValue({ fieldId: id, value: '' });
}
