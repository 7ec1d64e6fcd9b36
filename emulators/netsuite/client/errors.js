/** Errors of the browser side, and the guard that makes a missing member loud instead of undefined. */
define('emulator/errors', [], () => {
  'use strict';
  /** Names that languages, loaders and bundlers ask every object for; an honest "undefined" is the answer to those. */
  const ASKED_BY_MACHINERY = new Set(['then', 'toJSON', '__esModule', 'default', 'prototype', 'nodeType', 'tagName', '$$typeof', 'inspect', 'asymmetricMatch']);

  /** @param {string} code @param {string} message */
  const suiteScriptError = (code, message) => Object.assign(new Error(message), { name: code });

  /** @param {string} moduleName @param {string} member */
  const notEmulated = (moduleName, member) => suiteScriptError('NotEmulated', `${moduleName}: ${member} is not emulated in the browser`);

  /** @type {import('./modules').Errors} */
  const errors = {
    suiteScriptError,
    notEmulated,
    guard: (target, moduleName) => new Proxy(target, {
      get(object, key) {
        if (typeof key === 'string' && !(key in object) && !ASKED_BY_MACHINERY.has(key)) throw notEmulated(moduleName, key);
        return Reflect.get(object, key);
      },
    }),
    requireArguments(options, names, callee) {
      const missing = names.find((name) => options?.[name] === undefined || options[name] === null || options[name] === '');
      if (missing) throw suiteScriptError('SSS_MISSING_REQD_ARGUMENT', `${callee}: Missing a required argument: ${missing}`);
    },
  };
  return errors;
});
