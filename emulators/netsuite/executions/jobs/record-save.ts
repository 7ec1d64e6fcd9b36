import type { FormPageModel } from '../../pages/model.ts';
import { loadState } from '../../records/load-record.ts';
import { recordPath } from '../../records/names.ts';
import { newState, setStored } from '../../records/record-state.ts';
import type { RecordState } from '../../records/record-state.ts';
import { saveState } from '../../records/save-record.ts';
import { formText, multiSeparator, storedFromText } from '../../records/values.ts';
import type { Actor } from '../execution.ts';
import type { SaveAnswer } from '../job.ts';
import { failureOf, SuiteScriptError } from '../script-error.ts';
import { typeOfPage } from './page-type.ts';
import { shownForm } from './record-page.ts';

/** Saves what a person typed into a form. A refusal brings the form back, with everything typed still in it and the reason on top. */
export function recordSave(actor: Actor, path: string, query: Record<string, string>, posted: Record<string, string[]>): SaveAnswer {
  const type = typeOfPage(actor.world, 'record', path, query);
  if (!type) throw new SuiteScriptError('INVALID_RCRD_TYPE', 'There is no such page.');
  const id = query['id'];
  const state = id === undefined ? newState(type, false) : loadState(actor, type, Number(id));
  if (id !== undefined) state.version = Number(posted['_version']?.at(-1));
  try {
    fill(actor, state, posted);
    const saved = saveState(actor, state);
    return { saved: { id: saved, path: recordPath(state.type, saved) }, page: null };
  } catch (error) {
    const failure = failureOf(error);
    const page = shownForm(actor, id === undefined ? newState(type, false) : { ...state, changed: new Set() }, id === undefined ? 'create' : 'edit', path, query, (form) => {
      for (const field of form.fields) {
        field.value = typed(posted[field.id], field.type) ?? field.value;
      }
      form.messages.unshift({ level: 'error', title: failure.code === 'RCRD_HAS_BEEN_CHANGED' ? 'Record has been changed' : 'Error', text: failure.code === 'RCRD_HAS_BEEN_CHANGED' ? 'Somebody else has saved this record since you opened it. Open it again to see the new version, then make your changes once more.' : failure.message });
    }) as FormPageModel;
    return { saved: null, page };
  }
}

function fill(actor: Actor, state: RecordState, posted: Record<string, string[]>): void {
  for (const field of state.type.fields) {
    const text = typed(posted[field.id], field.type);
    if (text === undefined || !field.writable || field.container === null) continue;
    if (text === formText(actor, field, state.values[field.id] ?? null)) continue;
    setStored(state, field.id, storedFromText(actor, field, text));
  }
}

/** What stands in one input: all chosen values of a multiple select, otherwise the last value of the name. */
function typed(values: string[] | undefined, type: string): string | undefined {
  if (values === undefined) return undefined;
  if (type === 'multiselect') return values.filter((value) => value !== '').join(multiSeparator);
  return (values.at(-1) ?? '').replace(/\r\n/g, '\n');
}
