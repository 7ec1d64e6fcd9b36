import type { Stored } from './field.ts';
import type { RecordType, Values } from './record-type.ts';

/** A record in memory, shared by the script that holds it and the user events of its save. */
export interface RecordState {
  type: RecordType;
  id: number | null;
  /** Version of the row when it was loaded; null for a new record. */
  version: number | null;
  isDynamic: boolean;
  values: Values;
  /** Fields set since it was loaded. */
  changed: Set<string>;
  /** Only the changed fields are there (inline edit, submitFields). */
  partial: boolean;
  copied: boolean;
}

/** A new record with the defaults of its fields. */
export function newState(type: RecordType, isDynamic: boolean): RecordState {
  const values: Values = {};
  for (const field of type.fields) {
    if (field.stored) values[field.id] = defaultOf(field);
  }
  return { type, id: null, version: null, isDynamic, values, changed: new Set(), partial: false, copied: false };
}

export function setStored(state: RecordState, fieldId: string, stored: Stored): void {
  state.values[fieldId] = stored;
  state.changed.add(fieldId);
}

function defaultOf(field: RecordType['fields'][number]): Stored {
  if (field.defaultValue !== '') return field.type === 'integer' || (field.type === 'select' && field.target?.kind === 'records') ? Number(field.defaultValue) : field.defaultValue;
  return field.type === 'checkbox' ? 'F' : null;
}
