import { emptyForm } from '../../modules/server-widget/form-state.ts';
import type { FormState } from '../../modules/server-widget/form-state.ts';
import type { FieldModel, Option } from '../../pages/model.ts';
import { visibleRows } from '../../records/access.ts';
import type { Field } from '../../records/field.ts';
import { pageOfRecord } from '../../records/names.ts';
import type { RecordState } from '../../records/record-state.ts';
import type { Values } from '../../records/record-type.ts';
import { formText, shownText } from '../../records/values.ts';
import { quoted } from '../../store/make-tables.ts';
import type { Actor } from '../execution.ts';
import { activities } from './activities.ts';
import { attachedFiles } from './attached-files.ts';
import { childRecords } from './child-records.ts';

/** Choices a select offers; a longer list would need NetSuite's pop-up search. */
const mostChoices = 1000;

/** The platform's own form of a record, before any script has changed it. */
export function recordForm(actor: Actor, state: RecordState, mode: 'view' | 'edit' | 'create'): FormState {
  const { type } = state;
  const form = emptyForm(state.id === null ? '' : type.nameOf(state.values));
  for (const field of type.fields) {
    if (field.container === null || (mode === 'create' && !field.writable)) continue;
    form.fields.push(fieldModel(actor, field, state.values, mode !== 'view'));
  }
  const used = new Set(form.fields.map((field) => field.container));
  if (used.has('contactinfo')) form.groups.push({ id: 'contactinfo', label: 'Email | Phone', subtab: null });
  if (used.has('message')) form.subtabs.push({ id: 'message', label: 'Message', parent: null });
  const list = mode === 'view' && state.id !== null ? activities(actor, type, state.id) : null;
  if (list) {
    form.subtabs.push({ id: 'communication', label: 'Communication', parent: null }, { id: 'activities', label: 'Activities', parent: 'communication' });
    form.sublists.push(list);
  }
  for (const list of mode === 'view' && state.id !== null ? childRecords(actor, type, state.id) : []) {
    form.subtabs.push({ id: list.subtab, label: list.label, parent: null });
    form.sublists.push(list);
  }
  const files = mode === 'view' && state.id !== null ? attachedFiles(actor, type, state.id) : null;
  if (files) {
    form.subtabs.push({ id: files.subtab, label: files.label, parent: null });
    form.sublists.push(files);
  }
  if (used.has('custom')) form.subtabs.push({ id: 'custom', label: 'Custom', parent: null });
  return form;
}

function fieldModel(actor: Actor, field: Field, values: Values, editing: boolean): FieldModel {
  const stored = field.stored ? values[field.id] ?? null : field.defaultValue || null;
  const model: FieldModel = {
    id: field.id, label: field.label, type: field.type, value: formText(actor, field, stored), text: shownText(actor, field, stored),
    displayType: editing && !field.writable ? 'inline' : field.displayType, mandatory: field.mandatory, container: field.container ?? '',
    link: field.type === 'select' && field.target?.kind === 'records' && stored !== null ? pageOfRecord(actor.world, field.target.types, Number(stored)) : null,
  };
  if (field.help !== '') model.help = field.help;
  if (editing && field.target) model.options = field.target.kind === 'options' ? field.target.options : choices(actor, field.target.types);
  return model;
}

function choices(actor: Actor, types: string[]): Option[] {
  return types.flatMap((name) => {
    const type = actor.world.catalog.find(name);
    if (!type) return [];
    const restriction = visibleRows(actor.principal, type.table);
    return actor.world.store
      .all(`SELECT * FROM main.${quoted(type.table)} WHERE isinactive IS NOT 'T'${restriction === null ? '' : ` AND ${restriction}`} ORDER BY id LIMIT ${mostChoices}`)
      .map((row) => ({ value: String(row['id']), text: type.nameOf(row as Values) }));
  }).sort((one, other) => one.text.localeCompare(other.text));
}
