/** Makes N/https and N/http, which differ in name and protocol alone. */
define('emulator/http-module', ['emulator/errors', 'emulator/http-request'], (/** @type {import('./modules').Errors} */ errors, /** @type {import('./modules').HttpRequest} */ httpRequest) => {
  'use strict';
  const METHODS = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' };

  /** @param {(options: import('./modules').HttpOptions) => unknown} now @param {(options: import('./modules').HttpOptions) => Promise<unknown>} later */
  const verb = (now, later) => Object.assign(now, { promise: later });

  /** @type {import('./modules').HttpModule} */
  const httpModule = {
    create(moduleName) {
      const verbs = Object.entries(METHODS).map(([name, method]) => [name, verb(
        (options) => httpRequest.now(method, options, moduleName), (options) => httpRequest.later(method, options, moduleName),
      )]);
      const request = verb(
        (options) => httpRequest.now(options.method ?? 'GET', options, moduleName), (options) => httpRequest.later(options.method ?? 'GET', options, moduleName),
      );
      return errors.guard({
        ...Object.fromEntries(verbs), request,
        Method: errors.guard({ GET: 'GET', POST: 'POST', PUT: 'PUT', DELETE: 'DELETE', HEAD: 'HEAD' }, `${moduleName}.Method`),
      }, moduleName);
    },
  };
  return httpModule;
});
