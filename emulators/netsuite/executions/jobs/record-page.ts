import type { PageModel } from '../../pages/model.ts';
import { requireLevel } from '../../records/access.ts';
import { loadState } from '../../records/load-record.ts';
import { newState, setStored } from '../../records/record-state.ts';
import { formText, shownText, storedFromText } from '../../records/values.ts';
import { dayText, wallAt } from '../../records/dates.ts';
import type { Actor } from '../execution.ts';
import type { FormState } from '../../modules/server-widget/form-state.ts';
import type { RecordState } from '../../records/record-state.ts';
import { SuiteScriptError } from '../script-error.ts';
import { formPage } from './form-page.ts';
import { typeOfPage } from './page-type.ts';
import { recordForm } from './record-form.ts';
import { requestObject } from './web-objects.ts';

/** Builds a record page: view with id, edit with id and e=T, create without id (other parameters fill fields, as the platform allows). */
export function recordPage(actor: Actor, path: string, query: Record<string, string>): PageModel {
  const type = typeOfPage(actor.world, 'record', path, query);
  if (!type) throw new SuiteScriptError('INVALID_RCRD_TYPE', 'There is no such page.');
  if (query['id'] !== undefined) {
    const state = loadState(actor, type, Number(query['id']));
    const mode = query['e'] === 'T' ? 'edit' : 'view';
    if (mode === 'edit') requireLevel(actor.principal, type, 3);
    return shownForm(actor, state, mode, path, query);
  }
  requireLevel(actor.principal, type, 2);
  const state = newState(type, false);
  if (type.id === 'phonecall') {
    setStored(state, 'assigned', actor.principal.userId);
    setStored(state, 'startdate', dayText(wallAt(actor.world.now(), actor.principal.timeZone)));
  }
  for (const [id, text] of Object.entries(query)) {
    const field = actor.world.catalog.fieldOf(type, id);
    if (field?.writable) setStored(state, id, storedFromText(actor, field, text));
  }
  return shownForm(actor, state, 'create', path, query);
}

/** A beforeLoad may have filled a new record after its form was made. */
function refresh(actor: Actor, form: FormState, state: RecordState, id: string): void {
  const shown = form.fields.find((each) => each.id === id);
  const field = actor.world.catalog.fieldOf(state.type, id);
  if (!shown || !field) return;
  shown.value = formText(actor, field, state.values[id] ?? null);
  shown.text = shownText(actor, field, state.values[id] ?? null);
}

/** The form with what beforeLoad user events make of it. */
export function shownForm(actor: Actor, state: RecordState, mode: 'view' | 'edit' | 'create', path: string, query: Record<string, string>, touch?: (form: FormState) => void): PageModel {
  const form = recordForm(actor, state, mode);
  actor.world.fireUserEvents(actor, 'beforeLoad', mode, {
    record: state, form,
    request: (execution) => requestObject(execution, { method: 'GET', url: path, parameters: query, headers: {}, body: '', clientIpAddress: '127.0.0.1' }),
  });
  for (const id of state.changed) refresh(actor, form, state, id);
  touch?.(form);
  return formPage(actor, form, { kind: 'record', state, mode });
}
