import { posix } from 'node:path';
import type { Execution } from '../../executions/execution.ts';
import { SuiteScriptError } from '../../executions/script-error.ts';
import { loud } from '../../not-emulated.ts';
import type { FieldModel } from '../../pages/model.ts';
import { optionsOf } from '../define-module.ts';
import { fieldObject } from './field-object.ts';
import type { FormState } from './form-state.ts';

/** The Form object of N/ui/serverWidget over a state. */
export function formObject(execution: Execution, form: FormState): object {
  function addField(input: unknown): object {
    const options = optionsOf('Form.addField', input, ['id', 'type']);
    const id = String(options['id']);
    if (!/^(custpage|cust)[a-z0-9_]*$/.test(id)) throw new SuiteScriptError('SSS_INVALID_FIELD_ID', `The field id ${id} must be lower case and start with custpage.`);
    if (form.fields.some((field) => field.id === id)) throw new SuiteScriptError('SSS_DUPLICATE_FIELD_ID', `The form already has a field ${id}.`);
    const field: FieldModel = {
      id, label: String(options['label'] ?? ''), type: String(options['type']).toLowerCase(), value: '', text: '', displayType: 'normal', mandatory: false,
      link: null, container: String(options['container'] ?? ''),
    };
    form.fields.push(field);
    return fieldObject(field);
  }

  return loud('serverWidget.Form', {
    get title() { return form.title; },
    set title(value: string) { form.title = value; },
    get clientScriptModulePath() { return form.clientScript ?? ''; },
    set clientScriptModulePath(path: string) { form.clientScript = clientScriptPath(execution, path); },
    addField,
    getField(input: unknown) {
      const id = String(optionsOf('Form.getField', input, ['id'])['id']);
      const field = form.fields.find((each) => each.id === id);
      return field ? fieldObject(field) : null;
    },
    addButton(input: unknown) {
      const options = optionsOf('Form.addButton', input, ['id', 'label']);
      form.buttons.push({ id: String(options['id']), label: String(options['label']), functionName: String(options['functionName'] ?? '') });
      return loud('serverWidget.Button', {});
    },
    removeButton(input: unknown) { form.removedButtons.add(String(optionsOf('Form.removeButton', input, ['id'])['id'])); },
    addSubmitButton(input?: unknown) {
      form.submitLabel = String(optionsOf('Form.addSubmitButton', input)['label'] ?? 'Save');
      return loud('serverWidget.Button', {});
    },
    addSubtab(input: unknown) { return addPlace('subtab', input); },
    addTab(input: unknown) { return addPlace('subtab', input); },
    addFieldGroup(input: unknown) { return addPlace('group', input); },
    addPageInitMessage(input: unknown) {
      const options = optionsOf('Form.addPageInitMessage', input);
      const level = (['confirmation', 'information', 'warning', 'error'] as const)[Number(options['type'] ?? 1)] ?? 'information';
      form.messages.push({ level, title: String(options['title'] ?? ''), text: String(options['message'] ?? '') });
    },
    updateDefaultValues(values: Record<string, unknown>) {
      for (const [id, value] of Object.entries(values)) {
        const field = form.fields.find((each) => each.id === id);
        if (field) Object.assign(field, { value: String(value), text: String(value) });
      }
    },
    toString: () => 'serverWidget.Form',
  });

  function addPlace(kind: 'subtab' | 'group', input: unknown): object {
    const options = optionsOf(`Form.add${kind}`, input, ['id', 'label']);
    const id = String(options['id']);
    const label = String(options['label']);
    const tab = options['tab'] === undefined ? null : String(options['tab']);
    if (kind === 'subtab') form.subtabs.push({ id, label, parent: tab });
    else form.groups.push({ id, label, subtab: tab });
    return loud(`serverWidget.${kind}`, { label });
  }
}

function clientScriptPath(execution: Execution, path: string): string {
  const absolute = path.startsWith('.') ? posix.join(posix.dirname(execution.script.file), path) : path.startsWith('/') ? path : `/${path}`;
  const file = absolute.endsWith('.js') ? absolute : `${absolute}.js`;
  if (!execution.world.store.get('SELECT 1 AS found FROM file WHERE path = ?', file)) throw new SuiteScriptError('SSS_INVALID_CLIENT_SCRIPT', `The client script ${file} does not exist in the File Cabinet.`);
  return file;
}
