/** Buttons added by scripts: each calls, by name, a function exported by the form's client module. */
define('emulator/buttons', ['emulator/errors', 'emulator/running-script'], (/** @type {import('./modules').Errors} */ errors, /** @type {import('./modules').RunningScript} */ runningScript) => {
  'use strict';

  /**
   * `open` or `open("a", 2)`: a name, and arguments that JSON can hold.
   * @param {string} call
   */
  const parse = (call) => {
    const match = /^\s*([\w$]+)\s*(?:\(([^]*)\))?\s*;?\s*$/.exec(call);
    if (!match?.[1]) throw errors.notEmulated('serverWidget.Button.functionName', `code "${call}"`);
    return { name: match[1], values: /** @type {unknown[]} */ (JSON.parse(`[${(match[2] ?? '').replace(/'([^'"\\]*)'/g, '"$1"')}]`)) };
  };

  /** @param {string} call @param {(import('./modules').LoadedScript | null)[]} scripts */
  const press = (call, scripts) => {
    const { name, values } = parse(call);
    const attachedFirst = [...scripts].sort((a, b) => Number(Boolean(a?.script.scriptId)) - Number(Boolean(b?.script.scriptId)));
    const owner = attachedFirst.find((loaded) => typeof loaded?.exports[name] === 'function');
    const action = owner?.exports[name] ?? /** @type {any} */ (window)[name];
    if (typeof action !== 'function') throw new Error(`No client module of this page exports ${name}`);
    if (owner) runningScript.during(owner.script, () => action(...values));
    else action(...values);
  };

  /** @type {import('./modules').Buttons} */
  const buttons = {
    start(loading) {
      document.addEventListener('click', (event) => {
        const button = event.target instanceof Element ? event.target.closest('[data-function]') : null;
        const call = button?.getAttribute('data-function');
        if (call) void Promise.all(loading).then((scripts) => press(call, scripts)).catch(reportError);
      });
    },
  };
  return buttons;
});
