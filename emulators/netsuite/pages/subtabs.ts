import { type FieldDisplay, renderField } from './field.ts';
import { type Html, html } from './html.ts';
import type { FieldModel, FormPageModel, SubtabModel } from './model.ts';
import { renderSublist } from './sublist.ts';

/** Fields side by side, as NetSuite lays them out in columns; hidden ones and INLINEHTML keep their place. */
export function renderFields(fields: readonly FieldModel[], display: FieldDisplay): Html {
  return html`<div class="fields">${fields.map((field) => renderField(field, display))}</div>`;
}

/** A field group: a heading and its fields. */
export function renderGroup(group: FormPageModel['groups'][number], model: FormPageModel, display: FieldDisplay): Html {
  return html`<section class="field-group" data-field-group="${group.id}">${group.label && html`<h2 class="group-title">${group.label}</h2>`}${
    renderFields(model.fields.filter((field) => field.container === group.id), display)}</section>`;
}

/** The tabs below the main area, with tabs inside them. The first of each row is open until page.js turns to another. */
export function renderSubtabs(model: FormPageModel, display: FieldDisplay, parent: string | null = null): Html | '' {
  const tabs = model.subtabs.filter((tab) => tab.parent === parent);
  if (tabs.length === 0) return '';
  return html`<div class="subtabs" data-tabs>
<div class="tablist" role="tablist">${tabs.map((tab, index) => html`<button type="button" role="tab" id="${tab.id}_tab" aria-controls="${tab.id}_panel" aria-selected="${index === 0 ? 'true' : 'false'}">${tab.label}</button>`)}</div>
${tabs.map((tab, index) => html`<div role="tabpanel" class="tabpanel" id="${tab.id}_panel" data-subtab="${tab.id}" aria-labelledby="${tab.id}_tab"${index > 0 ? html` hidden` : ''}>${
    renderPanel(tab, model, display)}</div>`)}
</div>`;
}

function renderPanel(tab: SubtabModel, model: FormPageModel, display: FieldDisplay): Html {
  const fields = model.fields.filter((field) => field.container === tab.id);
  return html`${fields.length > 0 && renderFields(fields, display)}${
    model.groups.filter((group) => group.subtab === tab.id).map((group) => renderGroup(group, model, display))}${
    model.sublists.filter((sublist) => sublist.subtab === tab.id).map((sublist) => renderSublist(sublist, tab.label))}${
    renderSubtabs(model, display, tab.id)}`;
}
