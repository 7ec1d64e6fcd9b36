/**
 * Makes RequireJS the loader of client scripts: File Cabinet ids lead to their addresses, and an N/* module
 * that has no browser version fails by name instead of with a missing file.
 */
(() => {
  'use strict';
  /**
   * RequireJS documents `load` as the place to change how a module is fetched; its types leave it and `nextTick` out.
   * @typedef {{ completeLoad(id: string): void }} LoadContext
   * @typedef {{ load(context: LoadContext, id: string, url: string): void, nextTick(work: () => void): void }} Hooks
   */
  const requirejs = /** @type {Require & Hooks} */ (window.requirejs);
  const page = JSON.parse(document.getElementById('netsuite-page')?.textContent ?? '{}');
  /** @type {Map<string, string>} */
  const addresses = new Map();
  for (const { moduleId, url } of page.clientModules ?? []) addresses.set(moduleId.replace(/\.js$/, ''), url);

  requirejs.config({ waitSeconds: 30 });
  // Its own way, a timer for every require call, adds up to tens of milliseconds before a client script's first line.
  requirejs.nextTick = (work) => queueMicrotask(work);
  const load = requirejs.load.bind(requirejs);
  requirejs.load = (context, id, url) => {
    const address = addresses.get(id.replace(/\.js$/, ''));
    if (address) return load(context, id, address);
    // A plain address asked for by a page's own script is none of ours.
    if (/^https?:/.test(id)) return load(context, id, url);
    define(id, ['emulator/errors'], (/** @type {import('./modules').Errors} */ errors) => { throw errors.notEmulated(id, /^N\//.test(id) ? 'the module' : 'a client script that is not attached to the page'); });
    context.completeLoad(id);
  };
})();
