import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import type * as v from 'valibot';
import type { CallFields, CallFieldValue, ReadCallFields, SaveCallField } from '../../wire/people/call-card.ts';
import { Refused } from '../refused.ts';
import { requireChosen } from './chosen-fields.ts';

/** How the types of NetSuite's fields are written in a call; every other is changed on the record's own page. */
const editing: Record<string, CallFieldValue['edit']> = {
  text: 'text', phone: 'text', email: 'text', textarea: 'long-text', longtext: 'long-text', clobtext: 'long-text',
  integer: 'number', posinteger: 'number', float: 'number', posfloat: 'number', currency: 'number', poscurrency: 'number', checkbox: 'tick',
};

const asText = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? 'T' : 'F') : String(value as string | number));

/** null: the record has no such field, or the caller's role does not see it. */
function fieldOf(entity: NetSuiteRecord, id: string): CallFieldValue | null {
  const field = entity.getField({ fieldId: id });
  if (!field) return null;
  const edit = editing[String(field.type ?? '').toLowerCase()] ?? 'none';
  const value = asText(entity.getValue({ fieldId: id }));
  const shown = edit === 'none' ? asText(entity.getText({ fieldId: id })) : value;
  return { field: id, label: String(field.label ?? id), edit, value, shown };
}

const fieldsOf = (entity: NetSuiteRecord, ids: readonly string[]): CallFields => ({ fields: ids.flatMap((id) => fieldOf(entity, id) ?? []) });

/** Fields of somebody's record that the administrator chose, under the caller's own permissions; throws NetSuite's refusal where they may not see it. 5 units. */
export function readCallFields({ person, fields }: v.InferOutput<typeof ReadCallFields>): CallFields {
  requireChosen(person.type, fields);
  return fieldsOf(record.load(person), fields);
}

/** A number as its field takes it; null for no number. */
function numberOf(text: string): number | null {
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

/**
 * Writes one field under the caller's own permissions, as if on the record's page: NetSuite's rules hold, user events run. What somebody
 * else changed since it was shown is not written over. 20 units.
 */
export function saveCallField({ person, fields, field, value, before }: v.InferOutput<typeof SaveCallField>): CallFields {
  requireChosen(person.type, fields);
  const entity = record.load(person);
  const current = fields.includes(field) ? fieldOf(entity, field) : null;
  if (current === null || current.edit === 'none') throw new Refused('BAD_REQUEST', 'field');
  if (current.value !== before) throw new Refused('CONFLICT', 'field');
  if (value === '') entity.setValue({ fieldId: field, value: '' });
  else if (current.edit === 'tick') entity.setValue({ fieldId: field, value: value === 'T' });
  else if (current.edit === 'number') {
    const number = numberOf(value);
    if (number === null) throw new Refused('BAD_REQUEST', 'value');
    entity.setValue({ fieldId: field, value: number });
  } else entity.setValue({ fieldId: field, value });
  entity.save();
  return readCallFields({ person, fields });
}
