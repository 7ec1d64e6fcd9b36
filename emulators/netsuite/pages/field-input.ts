import { type Html, html } from './html.ts';
import type { FieldModel, Option } from './model.ts';

/** NetSuite's separator between the values of a multiple select. */
const MULTISELECT_SEPARATOR = '\u0005';

/**
 * A field's input in edit mode: #id inside #id_fs. Every enabled field is posted: an unticked checkbox as F and an
 * empty multiple select as '' by a hidden input of the same name before them; the last value of a name counts.
 */
export function renderInput(field: FieldModel): Html {
  return html`<span id="${field.id}_fs" class="uir-field" data-nsps-type="field_input">${inputOf(field)}</span>`;
}

function inputOf(field: FieldModel): Html {
  const common = attributes(field);
  switch (field.type) {
    case 'checkbox': return html`${fallback(field, 'F')}<input type="checkbox"${common} value="T"${field.value === 'T' ? html` checked` : ''}>`;
    case 'select': return html`<select${common}>${choices(field)}</select>`;
    case 'multiselect': return html`${fallback(field, '')}<select multiple size="4"${common}>${choices(field)}</select>`;
    case 'textarea': case 'longtext': case 'clobtext': case 'richtext':
      return html`<textarea rows="4"${common}>${`\n${field.value}`}</textarea>`;
    case 'password': return html`<input type="password" class="input" autocomplete="new-password"${common} value="${field.value}">`;
    case 'phone': return html`<input type="tel" class="input"${common} value="${field.value}">`;
    case 'integer': case 'float': case 'currency': case 'percent':
      return html`<input type="text" inputmode="decimal" class="input"${common} value="${field.value}">`;
    default: return html`<input type="text" class="input"${common} value="${field.value}">`;
  }
}

function attributes(field: FieldModel): Html {
  return html` id="${field.id}" name="${field.id}"${field.mandatory ? html` aria-required="true"` : ''}${
    field.displayType === 'disabled' ? html` disabled` : ''}${field.displayType === 'readonly' ? html` readonly` : ''}`;
}

function fallback(field: FieldModel, value: string): Html | '' {
  return field.displayType === 'disabled' ? '' : html`<input type="hidden" name="${field.id}" value="${value}">`;
}

function choices(field: FieldModel): Html[] {
  const chosen = new Set(field.type === 'multiselect' ? field.value.split(MULTISELECT_SEPARATOR) : [field.value]);
  const options: Option[] = [...(field.options ?? [])];
  // A value outside the list (inactive, not visible) must not be lost by saving the form.
  if (field.value && field.type === 'select' && !options.some((option) => option.value === field.value)) options.unshift({ value: field.value, text: field.text || field.value });
  if (field.type === 'select' && !options.some((option) => option.value === '')) options.unshift({ value: '', text: '' });
  return options.map((option) => html`<option value="${option.value}"${chosen.has(option.value) ? html` selected` : ''}>${option.text}</option>`);
}
