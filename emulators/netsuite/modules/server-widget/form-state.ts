import type { ButtonModel, FieldModel, FormPageModel, SublistModel, SubtabModel } from '../../pages/model.ts';

/** A form while scripts work on it: a record's form in beforeLoad, or one made by serverWidget.createForm. */
export interface FormState {
  title: string;
  fields: FieldModel[];
  groups: FormPageModel['groups'];
  subtabs: SubtabModel[];
  sublists: SublistModel[];
  buttons: ButtonModel[];
  messages: FormPageModel['messages'];
  /** File Cabinet path of the module given by clientScriptModulePath. */
  clientScript: string | null;
  /** Ids of the platform's own buttons that a script took away. */
  removedButtons: Set<string>;
  submitLabel: string | null;
  hideNavBar: boolean;
}

export function emptyForm(title: string): FormState {
  return { title, fields: [], groups: [], subtabs: [], sublists: [], buttons: [], messages: [], clientScript: null, removedButtons: new Set(), submitLabel: null, hideNavBar: false };
}
