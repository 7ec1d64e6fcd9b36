/** One HTTP request as N/https makes it from a page: with the page's session, under the browser's own rules. */
define('emulator/http-request', ['emulator/errors'], (/** @type {import('./modules').Errors} */ errors) => {
  'use strict';

  /** @param {import('./modules').HttpOptions} options @param {string} moduleName */
  const addressOf = ({ url }, moduleName) => {
    const address = new URL(url, location.href);
    const allowed = address.origin === location.origin || address.protocol === (moduleName === 'N/http' ? 'http:' : 'https:');
    if (!allowed) throw errors.suiteScriptError('SSS_INVALID_URL', `${moduleName}: the address must begin with ${moduleName === 'N/http' ? 'http' : 'https'}://`);
    return address;
  };

  /** An object is posted as a form, unless its content type says JSON. @param {import('./modules').HttpOptions} options */
  const bodyOf = ({ body, headers = {} }) => {
    if (body === undefined || body === null || typeof body === 'string') return body ?? null;
    const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
    return type.includes('json') ? JSON.stringify(body) : new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)]));
  };

  /** @param {string} method @param {import('./modules').HttpOptions} options @param {string} moduleName @param {boolean} asynchronous */
  const open = (method, options, moduleName, asynchronous) => {
    errors.requireArguments({ ...options }, ['url'], `${moduleName}.${method.toLowerCase()}`);
    const request = new XMLHttpRequest();
    request.open(method, addressOf(options, moduleName), asynchronous);
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    return request;
  };

  /** @param {XMLHttpRequest} request @param {string} moduleName @returns {import('./modules').HttpResponse} */
  const answerOf = (request, moduleName) => errors.guard({
    code: request.status,
    body: request.responseText,
    headers: Object.fromEntries(request.getAllResponseHeaders().trim().split('\r\n').filter(Boolean).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    })),
  }, `${moduleName}.ClientResponse`);

  /** @param {string} moduleName */
  const unreachable = (moduleName) => errors.suiteScriptError('SSS_REQUEST_FAILED', `${moduleName}: the request could not be made`);

  /** @type {import('./modules').HttpRequest} */
  const httpRequest = {
    now(method, options, moduleName) {
      const request = open(method, options, moduleName, false);
      try { request.send(bodyOf(options)); } catch { throw unreachable(moduleName); }
      return answerOf(request, moduleName);
    },
    later: (method, options, moduleName) => new Promise((resolve, reject) => {
      const request = open(method, options, moduleName, true);
      request.onload = () => resolve(answerOf(request, moduleName));
      request.onerror = () => reject(unreachable(moduleName));
      request.send(bodyOf(options));
    }),
  };
  return httpRequest;
});
