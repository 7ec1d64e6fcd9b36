import { defineModule, optionsOf } from '../define-module.ts';
import type { ModuleFactory } from '../define-module.ts';
import { formObject } from './form-object.ts';
import { emptyForm } from './form-state.ts';
import type { FormState } from './form-state.ts';

const fieldTypes = ['TEXT', 'TEXTAREA', 'LONGTEXT', 'RICHTEXT', 'INLINEHTML', 'PHONE', 'EMAIL', 'URL', 'PASSWORD', 'SELECT', 'MULTISELECT', 'CHECKBOX', 'INTEGER', 'FLOAT', 'CURRENCY', 'PERCENT', 'DATE', 'DATETIME', 'DATETIMETZ', 'TIMEOFDAY', 'LABEL', 'HELP', 'RADIO'];
const displayTypes = ['NORMAL', 'INLINE', 'HIDDEN', 'DISABLED', 'READONLY', 'ENTRY'];

/** Forms made by createForm, so that response.writePage can find the state behind the object. */
const states = new WeakMap<object, FormState>();

/** State of a form object; undefined for anything else. */
export function formStateOf(object: object): FormState | undefined {
  return states.get(object);
}

/** N/ui/serverWidget: forms with fields, buttons, groups, subtabs. */
export const serverWidget: ModuleFactory = (execution) => defineModule(execution, 'N/ui/serverWidget', {
  FieldType: Object.fromEntries(fieldTypes.map((type) => [type, type.toLowerCase()])),
  FieldDisplayType: Object.fromEntries(displayTypes.map((type) => [type, type.toLowerCase()])),
  FieldLayoutType: { NORMAL: 'normal', OUTSIDE: 'outside', OUTSIDEBELOW: 'outsidebelow', OUTSIDEABOVE: 'outsideabove', STARTROW: 'startrow', MIDROW: 'midrow', ENDROW: 'endrow' },
  FieldBreakType: { NONE: 'none', STARTCOL: 'startcol', STARTROW: 'startrow' },
  createForm(input: unknown) {
    const options = optionsOf('serverWidget.createForm', input, ['title']);
    const state = emptyForm(String(options['title']));
    state.hideNavBar = options['hideNavBar'] === true;
    const object = formObject(execution, state);
    states.set(object, state);
    return object;
  },
});
