import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { NotEmulated } from '../not-emulated.ts';
import { isVisible, levelFor, requireLevel } from './access.ts';
import { dayText, wallAt } from './dates.ts';
import type { Field, Stored } from './field.ts';
import { typeOfId } from './names.ts';
import type { RecordType, Values } from './record-type.ts';
import type { RecordState } from './record-state.ts';
import { insertRow, readRow, recordMissing, updateRow } from './rows.ts';
import { quoted } from '../store/make-tables.ts';
import { multiSeparator } from './values.ts';

/**
 * Saves a record: permission, beforeSubmit, rules and the write are one unit of work; afterSubmit follows the commit.
 * Throws what a beforeSubmit throws (nothing is written then), what an afterSubmit throws (the record stays), or USER_ERROR,
 * INVALID_KEY_OR_REF, RCRD_HAS_BEEN_CHANGED, RCRD_DSNT_EXIST, INSUFFICIENT_PERMISSION, the duplicate code.
 */
export function saveState(actor: Actor, state: RecordState, options: { ignoreMandatoryFields?: boolean } = {}): number {
  const { world, principal } = actor;
  const creating = state.id === null;
  requireLevel(principal, state.type, creating ? 2 : 3);
  const event = creating ? (state.copied ? 'copy' : 'create') : state.partial ? 'xedit' : 'edit';
  let old: RecordState | null = null;
  const id = world.store.atomic(() => {
    const row = state.id === null ? null : readRow(world, state.type, state.id) ?? null;
    if (state.id !== null && (!row || !isVisible(actor, state.type, state.id))) throw recordMissing();
    old = row === null ? null : { ...state, values: row.values, version: row.version, changed: new Set(), partial: false };
    if (row && !state.partial && row.version !== state.version) throw new SuiteScriptError('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');
    actor.world.fireUserEvents(actor, 'beforeSubmit', event, { record: state, old });
    const values = settled(actor, state, row?.values ?? null, options.ignoreMandatoryFields ?? false);
    const saved = row ? row.id : insertRow(world, state.type, values);
    state.version = row ? updateRow(world, state.type, row.id, row.version, values) : 1;
    if (!state.partial) state.values = values;
    return saved;
  });
  state.id = id;
  actor.world.fireUserEvents(actor, 'afterSubmit', event, { record: state, old });
  state.changed.clear();
  return id;
}

/** The whole row to write. */
function settled(actor: Actor, state: RecordState, before: Values | null, ignoreMandatory: boolean): Values {
  const { type } = state;
  const now = actor.world.now();
  const values: Values = { ...(before ?? {}), ...state.values };
  checkReferences(actor, state);
  const missing = type.settle(values, { userId: actor.principal.userId, today: dayText(wallAt(now, actor.principal.timeZone)), creating: before === null });
  checkUniqueName(actor, type, state.id, values);
  const labels = type.fields.filter((field) => field.mandatory && field.stored && isEmpty(field, values[field.id] ?? null)).map((field) => field.label);
  if (missing !== null) labels.push(missing);
  if (labels.length > 0 && (missing !== null || !ignoreMandatory)) throw new SuiteScriptError('USER_ERROR', `Please enter value(s) for: ${labels.join(', ')}`);
  if (before === null) {
    values[type.createdField] = now.toISOString();
    if (type.sequence === 'entity' && actor.principal.userId > 0) values['owner'] = actor.principal.userId;
  }
  values[type.modifiedField] = now.toISOString();
  for (const id of Object.keys(values)) {
    const field = actor.world.catalog.fieldOf(type, id);
    if (!field?.stored) delete values[id];
  }
  return values;
}

function checkUniqueName({ world }: Actor, type: RecordType, id: number | null, values: Values): void {
  if (!type.uniqueName) return;
  const { within, code, message } = type.uniqueName;
  const before = id === null ? null : readRow(world, type, id)?.values;
  // Files know their path: what lies in it would stay behind.
  if (before && ['name', within].some((each) => before[each] !== values[each])) throw new NotEmulated(`record ${type.id}`, 'moving or renaming');
  const taken = world.store.get(`SELECT 1 AS found FROM main.${quoted(type.table)} WHERE UPPER(name) = UPPER(?) AND ${quoted(within)} IS ? AND id IS NOT ?`, values['name'] ?? null, values[within] ?? null, id);
  if (taken) throw new SuiteScriptError(code, message);
}

function isEmpty(field: Field, value: Stored): boolean {
  return value === null && field.type !== 'checkbox';
}

/** Every select that was set must name something that is there, and that the role may see. */
function checkReferences(actor: Actor, state: RecordState): void {
  for (const id of state.changed) {
    const field = actor.world.catalog.fieldOf(state.type, id);
    const stored = state.values[id] ?? null;
    if (!field?.target || stored === null) continue;
    for (const key of String(stored).split(multiSeparator)) {
      const { target } = field;
      const good = target.kind === 'options' ? target.options.some((option) => option.value === key) : mayRefer(actor, target.types, Number(key));
      if (!good) throw new SuiteScriptError('INVALID_KEY_OR_REF', `Invalid ${field.id} reference key ${key}.`);
    }
  }
}

/** Colleagues and companies of the group may always be named; customers, contacts and the like only by who may see them. */
function mayRefer(actor: Actor, types: string[], id: number): boolean {
  const type: RecordType | null = typeOfId(actor.world, types, id);
  if (!type) return false;
  if (type.id === 'employee' || type.id === 'subsidiary' || /^custom(record|list)_/.test(type.id)) return true;
  return levelFor(actor.principal, type) >= 1 && isVisible(actor, type, id);
}
