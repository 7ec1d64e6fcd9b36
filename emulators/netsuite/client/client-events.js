/** Runs the client events of a form in edit and create mode: pageInit, validateField, fieldChanged, saveRecord. */
define('emulator/client-events', ['emulator/page-data', 'emulator/record-form', 'emulator/running-script', 'N/currentRecord', 'N/ui/message'], (
  /** @type {import('./modules').PageData} */ page, /** @type {import('./modules').RecordForm} */ recordForm,
  /** @type {import('./modules').RunningScript} */ runningScript, /** @type {any} */ currentRecord, /** @type {any} */ message,
) => {
  'use strict';
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('main_form'));
  /** @type {import('./modules').LoadedScript[]} */
  const scripts = [];
  /** Last accepted value of each field, to go back to when validateField refuses. @type {Map<string, string>} */
  const accepted = new Map(page.fields.map((field) => [field.id, recordForm.raw(field.id)]));
  /** @type {any} */
  let refusal = null;

  /**
   * Calls one event of one script; an error in it is reported and counts as no answer.
   * @param {import('./modules').LoadedScript} loaded @param {string} event @param {object} context
   */
  const call = ({ script, exports }, event, context) => {
    const handler = exports[event];
    if (typeof handler !== 'function') return undefined;
    try {
      return runningScript.during(script, () => handler({ currentRecord: currentRecord.get(), ...context }));
    } catch (error) {
      reportError(error);
      return undefined;
    }
  };

  /** @param {Event} event */
  const onChange = (event) => {
    const fieldId = event.target instanceof Element ? event.target.id : '';
    if (!recordForm.fieldOf(fieldId)) return;
    const context = { sublistId: null, fieldId, line: null, column: null };
    if (scripts.some((loaded) => call(loaded, 'validateField', context) === false)) {
      recordForm.write(fieldId, accepted.get(fieldId) ?? '', true);
      recordForm.inputOf(fieldId)?.focus();
      return;
    }
    accepted.set(fieldId, recordForm.raw(fieldId));
    for (const loaded of scripts) call(loaded, 'fieldChanged', context);
  };

  /** @param {Event} event */
  const onSubmit = (event) => {
    refusal?.hide();
    const missing = page.fields.filter((field) => field.mandatory && field.type !== 'checkbox' && recordForm.inputOf(field.id) && recordForm.raw(field.id).trim() === '');
    if (missing.length > 0) {
      event.preventDefault();
      const labels = document.createElement('span');
      labels.textContent = `Please enter value(s) for: ${missing.map((field) => field.label).join(', ')}`;
      refusal = message.create({ type: message.Type.ERROR, title: 'Required fields', message: labels.innerHTML });
      refusal.show();
      return;
    }
    if (scripts.some((loaded) => 'saveRecord' in loaded.exports && call(loaded, 'saveRecord', {}) !== true)) event.preventDefault();
  };

  form?.addEventListener('change', onChange);
  form?.addEventListener('submit', onSubmit);

  /** @type {import('./modules').ClientEvents} */
  const clientEvents = {
    start(loaded) {
      if (!loaded.script.events) return;
      scripts.push(loaded);
      // A Suitelet's form is a new one each time.
      call(loaded, 'pageInit', { mode: page.mode === 'edit' ? 'edit' : 'create' });
    },
  };
  return clientEvents;
});
