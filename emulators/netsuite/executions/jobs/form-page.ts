import type { FormState } from '../../modules/server-widget/form-state.ts';
import type { FormPageModel } from '../../pages/model.ts';
import { levelFor } from '../../records/access.ts';
import { recordPath } from '../../records/names.ts';
import type { RecordState } from '../../records/record-state.ts';
import type { Actor } from '../execution.ts';
import { clientBoot, clientModules } from './client-boot.ts';
import { frameOf } from './frame.ts';

export type FormUse =
  | { kind: 'suitelet'; scriptFile: string; submitTo: string }
  | { kind: 'record'; state: RecordState; mode: 'view' | 'edit' | 'create' };

/** The page for a form that scripts are done with. */
export function formPage(actor: Actor, form: FormState, use: FormUse): FormPageModel {
  const submit = form.submitLabel === null ? [] : [{ id: 'submitter', label: form.submitLabel, functionName: '' }];
  const common = {
    kind: 'form' as const, frame: frameOf(actor), title: form.title, fields: form.fields, groups: form.groups, subtabs: form.subtabs, sublists: form.sublists,
    buttons: [...submit, ...form.buttons], client: clientBoot(actor), messages: form.messages,
  };
  if (use.kind === 'suitelet') {
    return {
      ...common, mode: 'suitelet', record: null, typeLabel: '', actions: { edit: null, save: use.submitTo, cancel: null },
      clientModules: clientModules(actor, form.clientScript, null, true),
    };
  }
  const { state, mode } = use;
  const { type } = state;
  const level = levelFor(actor.principal, type);
  const removed = (id: string): boolean => form.removedButtons.has(id);
  return {
    ...common, mode, typeLabel: type.label,
    record: { type: type.id, id: state.id === null ? null : String(state.id), version: state.version ?? 0 },
    actions: {
      edit: mode === 'view' && level >= 3 && !removed('edit') ? recordPath(type, state.id, true) : null,
      save: mode === 'view' ? null : recordPath(type, state.id),
      cancel: mode === 'view' ? null : state.id === null ? type.pages?.list ?? null : recordPath(type, state.id),
    },
    clientModules: clientModules(actor, form.clientScript, type.deploymentName, mode !== 'view'),
  };
}
