import type { ClientBootModel, FieldModel, FormPageModel } from './model.ts';

/** What the browser side of a form page knows; it stands in the page as JSON, in #netsuite-page. */
export interface FormPageData {
  mode: FormPageModel['mode'];
  record: FormPageModel['record'];
  /** INLINEHTML fields are left out: their value is the page itself. */
  fields: Pick<FieldModel, 'id' | 'label' | 'type' | 'value' | 'text' | 'displayType' | 'mandatory'>[];
  clientModules: FormPageModel['clientModules'];
  client: ClientBootModel;
}

/** Picks from a form's model what the browser needs, and no more: pages stay light. */
export function formPageData({ mode, record, fields, clientModules, client }: FormPageModel): FormPageData {
  return {
    mode, record, clientModules, client,
    fields: fields.filter((field) => field.type !== 'inlinehtml').map(({ id, label, type, value, text, displayType, mandatory }) => ({ id, label, type, value, text, displayType, mandatory })),
  };
}
