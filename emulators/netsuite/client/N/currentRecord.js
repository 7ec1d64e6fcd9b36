/** N/currentRecord: the record of the page. In view mode values can be read, in edit and create mode written too. */
define('N/currentRecord', ['emulator/errors', 'emulator/page-data', 'emulator/record-form'], (
  /** @type {import('../modules').Errors} */ errors, /** @type {import('../modules').PageData} */ page, /** @type {import('../modules').RecordForm} */ recordForm,
) => {
  'use strict';

  /** Members take an options object or the bare field id. @param {{ fieldId: string } | string} options @param {string} callee */
  const fieldIdOf = (options, callee) => {
    const fieldId = typeof options === 'string' ? options : options?.fieldId;
    errors.requireArguments({ fieldId }, ['fieldId'], `CurrentRecord.${callee}`);
    return fieldId;
  };

  /** @param {import('../modules').PageField} field */
  const fieldObject = (field) => errors.guard({
    id: field.id, label: field.label, type: field.type, isMandatory: field.mandatory,
    isDisplay: field.displayType !== 'hidden', isVisible: field.displayType !== 'hidden', isReadOnly: field.displayType === 'readonly',
    get isDisabled() { return recordForm.inputOf(field.id)?.disabled ?? true; },
    set isDisabled(disabled) { const input = recordForm.inputOf(field.id); if (input) input.disabled = disabled; },
  }, 'N/currentRecord.Field');

  const record = errors.guard({
    type: page.record?.type ?? '',
    id: page.record?.id ? Number(page.record.id) : null,
    isDynamic: true,
    isReadOnly: page.mode === 'view',
    getValue: (/** @type {{ fieldId: string } | string} */ options) => recordForm.value(fieldIdOf(options, 'getValue')),
    getText: (/** @type {{ fieldId: string } | string} */ options) => recordForm.text(fieldIdOf(options, 'getText')),
    getField(/** @type {{ fieldId: string } | string} */ options) {
      const field = recordForm.fieldOf(fieldIdOf(options, 'getField'));
      return field ? fieldObject(field) : null;
    },
    /** @param {{ fieldId: string, value: unknown, ignoreFieldChange?: boolean } | string} options @param {unknown} [bareValue] */
    setValue(options, bareValue) {
      const fieldId = fieldIdOf(options, 'setValue');
      if (page.mode === 'view') throw errors.suiteScriptError('UNSUPPORTED_IN_VIEW_MODE', 'CurrentRecord.setValue: the record is shown in view mode');
      if (!recordForm.fieldOf(fieldId)) throw errors.suiteScriptError('INVALID_FLD_ID', `You have entered an invalid field ID: ${fieldId}`);
      const { value, ignoreFieldChange } = typeof options === 'string' ? { value: bareValue, ignoreFieldChange: false } : options;
      recordForm.write(fieldId, value, ignoreFieldChange === true);
      return record;
    },
  }, 'N/currentRecord.CurrentRecord');

  const get = Object.assign(() => record, { promise: async () => record });
  return errors.guard({ get }, 'N/currentRecord');
});
