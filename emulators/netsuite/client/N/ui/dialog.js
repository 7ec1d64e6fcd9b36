/** N/ui/dialog: modal boxes that answer by a promise. */
define('N/ui/dialog', ['emulator/errors'], (/** @type {import('../../modules').Errors} */ errors) => {
  'use strict';

  /**
   * @typedef {{ label: string, value: unknown }} DialogButton
   * @param {{ title?: string, message?: string }} options @param {DialogButton[]} buttons @param {unknown} whenEscaped
   * @returns {Promise<unknown>} the value of the button pressed
   */
  const open = ({ title = '', message = '' }, buttons, whenEscaped) => new Promise((resolve) => {
    const box = Object.assign(document.createElement('dialog'), { className: 'dialog' });
    const heading = document.createElement('h2');
    const text = Object.assign(document.createElement('div'), { className: 'dialog-text' });
    // HTML, as in NetSuite: a script that does not escape is to be caught here, not in an account.
    heading.innerHTML = title;
    text.innerHTML = message;
    const row = Object.assign(document.createElement('div'), { className: 'buttons' });
    buttons.forEach(({ label, value }, index) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: index === 0 ? 'button primary' : 'button', textContent: label });
      button.addEventListener('click', () => { box.remove(); resolve(value); });
      row.append(button);
    });
    box.addEventListener('cancel', () => { box.remove(); resolve(whenEscaped); });
    box.append(heading, text, row);
    document.body.append(box);
    box.showModal();
  });

  return errors.guard({
    alert: (/** @type {{ title?: string, message?: string }} */ options = {}) => open(options, [{ label: 'OK', value: true }], true),
    confirm: (/** @type {{ title?: string, message?: string }} */ options = {}) => open(options, [{ label: 'OK', value: true }, { label: 'Cancel', value: false }], false),
    create: (/** @type {{ title?: string, message?: string, buttons?: DialogButton[] }} */ options = {}) => open(options, options.buttons?.length ? options.buttons : [{ label: 'OK', value: true }], undefined),
  }, 'N/ui/dialog');
});
