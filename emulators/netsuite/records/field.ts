import type { CustomFieldObject } from '../project/objects.ts';

export type FieldType =
  | 'text' | 'textarea' | 'longtext' | 'clobtext' | 'richtext' | 'inlinehtml' | 'phone' | 'email' | 'url' | 'password'
  | 'select' | 'multiselect' | 'checkbox' | 'integer' | 'float' | 'currency' | 'percent'
  | 'date' | 'datetime' | 'datetimetz' | 'timeofday';

/** What a select may hold: rows of record types, or fixed keys of the platform. */
export type SelectTarget = { kind: 'records'; types: string[] } | { kind: 'options'; options: { value: string; text: string }[] };

/** A body field of a record type. */
export interface Field {
  id: string;
  label: string;
  type: FieldType;
  mandatory: boolean;
  /** Characters; null: no limit. */
  maxLength: number | null;
  /** Bytes in UTF-8; null: no limit. */
  maxBytes: number | null;
  target: SelectTarget | null;
  /** false: set by the platform, a script's value is ignored. */
  writable: boolean;
  displayType: string;
  defaultValue: string;
  help: string;
  showInList: boolean;
  stored: boolean;
  indexed: boolean;
  custom: boolean;
  /** Field group or subtab it stands in on the form; '' is the main area, null keeps it off the form. */
  container: string | null;
  /** A select whose record shows this one's in a subtab of its form. */
  parent: boolean;
  /** What becomes of a reference when its record is deleted: it goes, or it keeps the record from being deleted. */
  onParentDelete: 'empty' | 'refuse';
}

/** What a column holds: text, a number, or nothing. Checkboxes are T or F, dates 2026-11-23, instants ISO 8601 in UTC. */
export type Stored = string | number | null;

/** A standard field with the usual settings. */
export function field(id: string, label: string, type: FieldType, over: Partial<Field> = {}): Field {
  return {
    id, label, type, mandatory: false, maxLength: defaultLengths[type] ?? null, maxBytes: type === 'longtext' || type === 'textarea' ? 4000 : null, target: null, writable: true,
    displayType: 'normal', defaultValue: '', help: '', showInList: false, stored: true, indexed: false, custom: false, container: '', parent: false, onParentDelete: 'refuse', ...over,
  };
}

/** A select over rows of record types. */
export function selectOf(id: string, label: string, types: string[], over: Partial<Field> = {}): Field {
  return field(id, label, 'select', { target: { kind: 'records', types }, ...over });
}

const defaultLengths: Partial<Record<FieldType, number>> = { text: 300, phone: 32, email: 254, url: 999, clobtext: 1_000_000, richtext: 100_000 };

const customTypes: Record<string, FieldType> = {
  TEXT: 'text', TEXTAREA: 'textarea', CLOBTEXT: 'clobtext', RICHTEXT: 'richtext', INLINEHTML: 'inlinehtml', PHONE: 'phone', EMAIL: 'email', URL: 'url', PASSWORD: 'password',
  SELECT: 'select', MULTISELECT: 'multiselect', CHECKBOX: 'checkbox', INTEGER: 'integer', FLOAT: 'float', CURRENCY: 'currency', PERCENT: 'percent',
  DATE: 'date', DATETIMETZ: 'datetimetz', TIMEOFDAY: 'timeofday',
};

/** Standard lists as custom fields name them in selectrecordtype. Numbers not listed here are not emulated. */
const standardTargets: Record<string, string[]> = {
  '-2': ['customer'], '-3': ['vendor'], '-4': ['employee'], '-5': ['partner'], '-6': ['contact'], '-22': ['phonecall'],
  '-9': ['customer', 'vendor', 'employee', 'partner', 'contact', 'othername'],
};

/** The field that a custom field object deploys, or the reason why it cannot be had. */
export function customField(object: CustomFieldObject, container: string): Field | { problem: string } {
  const type = customTypes[object.fieldType];
  if (!type) return { problem: `the field type ${object.fieldType}` };
  const over: Partial<Field> = {
    mandatory: object.mandatory, displayType: object.displayType === 'locked' ? 'disabled' : object.displayType, defaultValue: object.defaultValue, help: object.help,
    showInList: object.showInList, stored: object.stored, custom: true, container, parent: object.parent, onParentDelete: object.onParentDelete,
    indexed: object.stored && ['text', 'select', 'integer', 'datetimetz'].includes(type),
  };
  if (object.maxLength !== null) over.maxLength = object.maxLength;
  if (type === 'select' || type === 'multiselect') {
    const types = object.target !== null && /^custom(record|list)_/.test(object.target) ? [object.target] : standardTargets[object.target ?? ''];
    if (!types) return { problem: `selectrecordtype ${object.target ?? '(none)'}` };
    over.target = { kind: 'records', types };
  }
  return field(object.scriptId, object.label, type, over);
}

/**
 * Declared type of a field's column. Query results carry it, so that dates can be written in the user's format;
 * every name containing TEXT keeps SQLite from turning a phone number into a number.
 */
export function columnTypeOf(field: Field): string {
  switch (field.type) {
    case 'checkbox': return 'BOOLTEXT';
    case 'integer': return 'INTEGER';
    case 'float': case 'currency': case 'percent': return 'REAL';
    case 'date': return 'DATETEXT';
    case 'datetime': case 'datetimetz': return 'DATETIMETEXT';
    case 'timeofday': return 'TIMETEXT';
    case 'multiselect': return 'MULTITEXT';
    case 'select': return field.target?.kind === 'options' ? 'TEXT' : 'INTEGER';
    default: return 'TEXT';
  }
}
