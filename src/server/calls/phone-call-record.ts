import type { Record as NetSuiteRecord } from 'N/record';
import { listValueId, listWord, type MeaningfulList } from '../netsuite/list-values.ts';
import { recordFields, type RecordField, type RecordValues } from '../../core/calls/record.ts';

/** How a field of the record is kept: `list` by the words of a custom list's value, `moment` as date and time. */
type Kind = 'text' | 'list' | 'id' | 'number' | 'moment';

const kept: Record<RecordField, { id: string; kind: Kind }> = {
  title: { id: 'title', kind: 'text' },
  message: { id: 'message', kind: 'text' },
  notes: { id: 'custevent_rcns_notes', kind: 'text' },
  phone: { id: 'phone', kind: 'text' },
  company: { id: 'company', kind: 'id' },
  contact: { id: 'contact', kind: 'id' },
  employee: { id: 'custevent_rcns_employee', kind: 'id' },
  direction: { id: 'custevent_rcns_direction', kind: 'list' },
  outcome: { id: 'custevent_rcns_outcome', kind: 'list' },
  reason: { id: 'custevent_rcns_reason', kind: 'text' },
  disposition: { id: 'custevent_rcns_disposition', kind: 'list' },
  from: { id: 'custevent_rcns_from', kind: 'text' },
  to: { id: 'custevent_rcns_to', kind: 'text' },
  queue: { id: 'custevent_rcns_queue', kind: 'text' },
  startedAt: { id: 'custevent_rcns_started', kind: 'moment' },
  talkSeconds: { id: 'custevent_rcns_talk_s', kind: 'number' },
  ringSeconds: { id: 'custevent_rcns_ring_s', kind: 'number' },
  recording: { id: 'custevent_rcns_recording', kind: 'text' },
  voicemail: { id: 'custevent_rcns_voicemail', kind: 'text' },
  transcript: { id: 'custevent_rcns_transcript', kind: 'text' },
  mos: { id: 'custevent_rcns_mos', kind: 'number' },
  jitterMs: { id: 'custevent_rcns_jitter_ms', kind: 'number' },
  lossPercent: { id: 'custevent_rcns_loss_pct', kind: 'number' },
  roundTripMs: { id: 'custevent_rcns_rtt_ms', kind: 'number' },
  messages: { id: 'custevent_rcns_messages', kind: 'number' },
};

/** Field ids by what they hold. */
export const fieldId = (field: RecordField): string => kept[field].id;

export const emptyValues = (): RecordValues => Object.fromEntries(recordFields.map((field) => [field, ''])) as RecordValues;

/** Reads fields of a record into core's form; the others read ''. List fields can be read only where nobody has set them by id since loading. */
export function readValues(phoneCall: NetSuiteRecord, fields: readonly RecordField[] = recordFields): RecordValues {
  const values = emptyValues();
  for (const field of fields) {
    const { id, kind } = kept[field];
    const value: unknown = kind === 'list' ? listText(phoneCall, field, id) : phoneCall.getValue({ fieldId: id });
    if (value instanceof Date) values[field] = String(Math.floor(value.getTime() / 1000));
    else if (value !== null && value !== undefined) values[field] = String(value as string | number);
  }
  return values;
}

/** Writes fields given in core's form; '' empties one. A list value the account does not have is left out rather than losing the call. */
export function writeValues(phoneCall: NetSuiteRecord, changes: Partial<RecordValues>): void {
  for (const field of recordFields) {
    const value = changes[field];
    if (value === undefined) continue;
    const { id, kind } = kept[field];
    if (value === '') phoneCall.setValue({ fieldId: id, value: '' });
    else if (kind === 'list') writeListValue(phoneCall, field, id, value);
    else if (kind === 'moment') phoneCall.setValue({ fieldId: id, value: new Date(Number(value) * 1000) });
    else if (kind === 'text') phoneCall.setValue({ fieldId: id, value });
    else phoneCall.setValue({ fieldId: id, value: Number(value) });
  }
}

const isMeaningful = (field: RecordField): field is MeaningfulList => field === 'direction' || field === 'outcome';

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number));

function listText(phoneCall: NetSuiteRecord, field: RecordField, id: string): string {
  const shown = textOf(phoneCall.getText({ fieldId: id }));
  return isMeaningful(field) ? listWord(field, shown, textOf(phoneCall.getValue({ fieldId: id }))) : shown;
}

/** By its words, else by its id: a renamed value is the same value. What the account does not have is left out rather than losing the call. */
function writeListValue(phoneCall: NetSuiteRecord, field: RecordField, id: string, text: string): void {
  try {
    phoneCall.setText({ fieldId: id, text });
  } catch {
    const value = isMeaningful(field) ? listValueId(field, text) : null;
    if (value !== null) phoneCall.setValue({ fieldId: id, value });
  }
}
