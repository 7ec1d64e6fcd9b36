import { renderInput } from './field-input.ts';
import { renderValue } from './field-value.ts';
import { type Html, html, raw } from './html.ts';
import type { FieldModel } from './model.ts';

/** How the fields of a form are shown. */
export interface FieldDisplay {
  /** Fields can be written in: edit, create and Suitelet forms. */
  editable: boolean;
  telLinks: boolean;
}

/** Multi-line types take the whole width of their area. */
const WIDE = new Set(['textarea', 'longtext', 'clobtext', 'richtext', 'inlinehtml', 'help']);

/** One field with its wrapper and label, in the markup of NetSuite's record pages. */
export function renderField(field: FieldModel, display: FieldDisplay): Html {
  if (field.displayType === 'hidden') return html`<input type="hidden" id="${field.id}" name="${field.id}" value="${field.value}">`;
  if (field.type === 'inlinehtml') return raw(field.value);
  const writable = display.editable && !['inline', 'statictext'].includes(field.displayType) && field.type !== 'label';
  return html`<div class="uir-field-wrapper${WIDE.has(field.type) && ' wide'}" data-field-type="${field.type}" data-walkthrough="Field:${field.id}" data-nsps-type="field">${renderLabel(field, writable)}${
    writable ? renderInput(field) : html`<span class="uir-field inputreadonly" data-nsps-type="field_input">${renderValue(field, display.telLinks)}</span>${
      display.editable && html`<input type="hidden" id="${field.id}" name="${field.id}" value="${field.value}">`}`}</div>`;
}

function renderLabel(field: FieldModel, writable: boolean): Html {
  const text = html`${field.label}${writable && field.mandatory && html`<span class="mandatory" title="Required Field"> *</span>`}`;
  return html`<span id="${field.id}_fs_lbl_uir_label" class="uir-label"${field.help ? html` title="${field.help}"` : ''}><span id="${field.id}_fs_lbl">${
    writable ? html`<label for="${field.id}">${text}</label>` : text}</span></span>`;
}
