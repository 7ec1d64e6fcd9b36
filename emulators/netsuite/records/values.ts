import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import type { Realm } from '../executions/realm.ts';
import { dayText, instantOf, readDay, readTime, shownDay, shownInstant, shownTime, timeText } from './dates.ts';
import type { Field, Stored } from './field.ts';
import { nameOfRecord } from './names.ts';

/** Separates the ids of a multi-select, as the platform does. */
export const multiSeparator = '\u0005';

/** What setValue stores. Throws INVALID_FLD_VALUE, or EXCEEDED_MAX_FIELD_LENGTH. */
export function storedFromScript(field: Field, value: unknown): Stored {
  if (value === null || value === undefined || value === '') return null;
  switch (field.type) {
    case 'checkbox':
      if (value === true || value === 'T') return 'T';
      if (value === false || value === 'F') return 'F';
      throw invalid(field);
    case 'integer': return numberFrom(field, value, true);
    case 'float': case 'currency': case 'percent': return numberFrom(field, value, false);
    case 'select':
      if (field.target?.kind === 'options') return String(value);
      return numberFrom(field, value, true);
    case 'multiselect':
      return (Array.isArray(value) ? value : [value]).map(String).join(multiSeparator);
    case 'date': {
      const date = dateFrom(field, value);
      return dayText({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
    }
    case 'datetime': case 'datetimetz': return dateFrom(field, value).toISOString();
    case 'timeofday': {
      const date = dateFrom(field, value);
      return timeText({ hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds() });
    }
    default: return limited(field, String(value));
  }
}

/** What setText, a form or an import stores: values as a person writes them. */
export function storedFromText(actor: Actor, field: Field, text: string): Stored {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  switch (field.type) {
    case 'date': return readDay(trimmed) ?? (/^\d{4}-\d\d-\d\d$/.test(trimmed) ? trimmed : fail(field));
    case 'timeofday': return readTime(trimmed) ?? fail(field);
    case 'datetime': case 'datetimetz': return instantFrom(actor, field, trimmed);
    case 'checkbox': return ['T', 'true', 'Yes', 'on'].includes(trimmed) ? 'T' : ['F', 'false', 'No'].includes(trimmed) ? 'F' : fail(field);
    default: return storedFromScript(field, ['textarea', 'longtext', 'clobtext', 'richtext'].includes(field.type) ? text : trimmed);
  }
}

/** What getValue answers, made in the script's realm. */
export function scriptValue(field: Field, stored: Stored, realm: Realm): unknown {
  if (field.type === 'checkbox') return stored === 'T';
  if (field.type === 'multiselect') return realm.adopt(stored === null ? [] : String(stored).split(multiSeparator));
  if (stored === null) return '';
  switch (field.type) {
    case 'integer': case 'float': case 'currency': case 'percent': return Number(stored);
    case 'date': {
      const [year = 0, month = 0, day = 0] = String(stored).split('-').map(Number);
      return realm.wallDate(year, month, day);
    }
    case 'datetime': case 'datetimetz': return realm.date(Date.parse(String(stored)));
    case 'timeofday': {
      const [hour = 0, minute = 0, second = 0] = String(stored).split(':').map(Number);
      return realm.wallDate(1970, 1, 1, hour, minute, second);
    }
    default: return String(stored);
  }
}

/** What a person reads in the field. */
export function shownText(actor: Actor, field: Field, stored: Stored): string {
  if (stored === null) return '';
  switch (field.type) {
    case 'checkbox': return stored === 'T' ? 'Yes' : 'No';
    case 'date': return shownDay(String(stored));
    case 'timeofday': return shownTime(String(stored));
    case 'datetime': return shownInstant(String(stored), actor.principal.timeZone);
    case 'datetimetz': return shownInstant(String(stored), actor.principal.timeZone, true);
    case 'select': case 'multiselect':
      return String(stored).split(multiSeparator).map((key) => selectText(actor, field, key)).join(', ');
    default: return String(stored);
  }
}

/** What an input of the form holds: dates as written, checkboxes T or F, selects their key. */
export function formText(actor: Actor, field: Field, stored: Stored): string {
  if (field.type === 'checkbox') return stored === 'T' ? 'T' : 'F';
  if (stored === null) return '';
  return ['date', 'timeofday', 'datetime', 'datetimetz'].includes(field.type) ? shownText(actor, field, stored) : String(stored);
}

function selectText(actor: Actor, field: Field, key: string): string {
  if (field.target?.kind === 'options') return field.target.options.find((option) => option.value === key)?.text ?? key;
  return nameOfRecord(actor.world, field.target?.types ?? [], Number(key)) ?? '';
}

function numberFrom(field: Field, value: unknown, whole: boolean): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number) || (whole && !Number.isInteger(number))) throw invalid(field);
  return number;
}

function dateFrom(field: Field, value: unknown): Date {
  if (Object.prototype.toString.call(value) !== '[object Date]' || Number.isNaN((value as Date).getTime())) throw invalid(field);
  return new Date((value as Date).getTime());
}

function instantFrom(actor: Actor, field: Field, text: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  const space = text.indexOf(' ');
  const day = readDay(space < 0 ? text : text.slice(0, space));
  const time = space < 0 ? '00:00:00' : readTime(text.slice(space + 1));
  if (day === null || time === null) throw invalid(field);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return instantOf({ year, month, day: date, hour, minute, second }, actor.principal.timeZone).toISOString();
}

function limited(field: Field, text: string): string {
  if ((field.maxLength !== null && text.length > field.maxLength) || (field.maxBytes !== null && Buffer.byteLength(text) > field.maxBytes)) {
    throw new SuiteScriptError('EXCEEDED_MAX_FIELD_LENGTH', `The field ${field.id} contained more than the maximum number ( ${field.maxLength ?? field.maxBytes ?? 0} ) of characters allowed.`);
  }
  return text;
}

function invalid(field: Field): SuiteScriptError {
  return new SuiteScriptError('INVALID_FLD_VALUE', `You have entered an Invalid Field Value for the following field: ${field.id}`);
}

function fail(field: Field): never {
  throw invalid(field);
}
