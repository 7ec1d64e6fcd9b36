import type { Execution } from '../../executions/execution.ts';
import { SuiteScriptError } from '../../executions/script-error.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import type { Field } from '../../records/field.ts';
import { setStored } from '../../records/record-state.ts';
import type { RecordState } from '../../records/record-state.ts';
import type { Values } from '../../records/record-type.ts';
import { saveState } from '../../records/save-record.ts';
import { scriptValue, shownText, storedFromScript, storedFromText } from '../../records/values.ts';
import { quoted } from '../../store/make-tables.ts';
import { optionsOf, optionsOrFirst, requireEntry } from '../define-module.ts';
import { units } from './units.ts';

/** savable: from N/record. writable: newRecord of beforeSubmit. read-only: everything else. */
export type Use = 'savable' | 'writable' | 'read-only';

/** The Record object of N/record over a state. Asking for a field which the type does not have throws NotEmulated. */
export function recordObject(execution: Execution, state: RecordState, use: Use): object {
  const { world, realm } = execution;

  function fieldNamed(id: unknown): Field {
    const field = world.catalog.fieldOf(state.type, String(id));
    if (!field) throw new NotEmulated(`record ${state.type.id}`, `the field ${String(id)}`);
    return field;
  }

  function assign(member: string, args: unknown[], key: 'value' | 'text'): object {
    const options = optionsOrFirst(member, args, ['fieldId', key]);
    const field = fieldNamed(options['fieldId']);
    if (use === 'read-only') throw new SuiteScriptError('SSS_RECORD_READ_ONLY', `${field.id} cannot be set: this record is read-only here.`);
    if (!field.writable) return object;
    setStored(state, field.id, key === 'value' ? storedFromScript(field, options['value']) : textToStored(field, String(options['text'] ?? '')));
    return object;
  }

  function idOfName(typeId: string, name: string): number | undefined {
    const type = world.catalog.find(typeId);
    const rows = type ? world.store.all(`SELECT * FROM main.${quoted(type.table)}`) : [];
    const row = rows.find((each) => type?.nameOf(each as Values) === name);
    return row ? Number(row['id']) : undefined;
  }

  function textToStored(field: Field, text: string): ReturnType<typeof storedFromText> {
    if (field.target?.kind === 'options') {
      const option = field.target.options.find((each) => each.text === text);
      if (text !== '' && !option) throw new SuiteScriptError('INVALID_FLD_VALUE', `You have entered an Invalid Field Value for the following field: ${field.id}`);
      return option?.value ?? null;
    }
    if (field.target?.kind === 'records' && text !== '') {
      const { types } = field.target;
      const id = types.length === 1 && types[0] ? idOfName(types[0], text) : undefined;
      if (id === undefined) throw new SuiteScriptError('INVALID_FLD_VALUE', `You have entered an Invalid Field Value for the following field: ${field.id}`);
      return id;
    }
    return storedFromText(execution, field, text);
  }

  const object: object = loud(`record ${state.type.id}`, {
    get id() { return state.id; },
    type: state.type.id,
    isDynamic: state.isDynamic,
    get isReadOnly() { return use === 'read-only'; },
    getValue(...args: unknown[]) {
      const field = fieldNamed(optionsOrFirst('Record.getValue', args, ['fieldId'])['fieldId']);
      if (state.partial && !state.changed.has(field.id)) return undefined;
      return scriptValue(field, state.values[field.id] ?? null, realm);
    },
    getText(...args: unknown[]) {
      const field = fieldNamed(optionsOrFirst('Record.getText', args, ['fieldId'])['fieldId']);
      if (state.partial && !state.changed.has(field.id)) return undefined;
      return shownText(execution, field, state.values[field.id] ?? null);
    },
    setValue: (...args: unknown[]) => assign('Record.setValue', args, 'value'),
    setText: (...args: unknown[]) => assign('Record.setText', args, 'text'),
    getFields: () => realm.adopt(state.partial ? [...state.changed] : state.type.fields.map((field) => field.id)),
    getSublists: () => realm.adopt([]),
    getField(...args: unknown[]) {
      const field = world.catalog.fieldOf(state.type, String(optionsOrFirst('Record.getField', args, ['fieldId'])['fieldId']));
      return field ? loud(`field ${field.id}`, { id: field.id, label: field.label, type: field.type, isMandatory: field.mandatory }) : null;
    },
    save(options?: unknown) {
      if (use !== 'savable') throw new SuiteScriptError('SSS_INVALID_API_USAGE', 'Invalid API usage. This record cannot be saved here.');
      requireEntry(execution);
      const { ignoreMandatoryFields } = optionsOf('Record.save', options);
      world.door.gate('record.save', state.type.id, execution.script.scriptId);
      execution.usage.charge(units(state.type, 'save'));
      return saveState(execution, state, { ignoreMandatoryFields: ignoreMandatoryFields === true });
    },
    toString: () => `record ${state.type.id} ${state.id ?? ''}`,
    toJSON: () => ({
      id: state.id === null ? '' : String(state.id), type: state.type.id, isDynamic: state.isDynamic, sublists: {},
      fields: Object.fromEntries(Object.entries(state.values).filter(([id, value]) => value !== null && (!state.partial || state.changed.has(id))).map(([id, value]) => [id, String(value)])),
    }),
  });
  return object;
}
