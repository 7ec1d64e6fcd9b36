/** The record of the page: its data in view mode, its inputs in edit and create mode and on Suitelet forms. */
define('emulator/record-form', ['emulator/page-data', 'N/format'], (/** @type {import('./modules').PageData} */ page, /** @type {any} */ format) => {
  'use strict';
  /** NetSuite's separator between the values of a multiple select. */
  const SEPARATOR = '\u0005';
  const fields = new Map(page.fields.map((field) => [field.id, field]));
  const NUMERIC = new Set(['integer', 'float', 'currency', 'percent']);
  const DATES = new Set(['date', 'datetime', 'datetimetz']);

  /** @type {import('./modules').RecordForm['inputOf']} */
  const inputOf = (fieldId) => {
    const element = page.mode === 'view' ? null : document.getElementById(fieldId);
    return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element : null;
  };

  /** @param {string} fieldId */
  const raw = (fieldId) => {
    const input = inputOf(fieldId);
    if (!input) return fields.get(fieldId)?.value ?? '';
    if (input instanceof HTMLInputElement && input.type === 'checkbox') return input.checked ? 'T' : 'F';
    if (input instanceof HTMLSelectElement && input.multiple) return [...input.selectedOptions].map((option) => option.value).join(SEPARATOR);
    return input.value;
  };

  /** @param {string} type @param {unknown} value */
  const asText = (type, value) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return value ? 'T' : 'F';
    if (value instanceof Date) return format.format({ value, type: type === 'date' ? 'date' : 'datetime' });
    return Array.isArray(value) ? value.join(SEPARATOR) : String(value);
  };

  /** @type {import('./modules').RecordForm} */
  const recordForm = {
    fieldOf: (fieldId) => fields.get(fieldId),
    inputOf,
    raw,
    value(fieldId) {
      const field = fields.get(fieldId);
      if (!field) return undefined;
      const text = raw(fieldId);
      if (field.type === 'checkbox') return text === 'T';
      if (field.type === 'multiselect') return text === '' ? [] : text.split(SEPARATOR);
      if (text !== '' && NUMERIC.has(field.type)) return format.parse({ value: text, type: field.type === 'integer' ? 'integer' : 'float' });
      if (text !== '' && DATES.has(field.type)) return format.parse({ value: text, type: field.type === 'date' ? 'date' : 'datetime' });
      return text;
    },
    text(fieldId) {
      const input = inputOf(fieldId);
      if (input instanceof HTMLSelectElement) {
        const texts = [...input.selectedOptions].map((option) => option.text);
        return input.multiple ? texts : texts[0] ?? '';
      }
      const field = fields.get(fieldId);
      const unchanged = !input || raw(fieldId) === field?.value;
      return unchanged ? field?.text ?? '' : raw(fieldId);
    },
    write(fieldId, value, silent) {
      const input = inputOf(fieldId);
      if (!input) return;
      const text = asText(fields.get(fieldId)?.type ?? 'text', value);
      if (input instanceof HTMLInputElement && input.type === 'checkbox') input.checked = text === 'T';
      else if (input instanceof HTMLSelectElement && input.multiple) {
        const chosen = new Set(text.split(SEPARATOR));
        for (const option of input.options) option.selected = chosen.has(option.value);
      } else input.value = text;
      if (!silent) input.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
  return recordForm;
});
