/** Loads the page's client modules, each on its own, so that a broken one takes nothing else with it. */
require(['emulator/page-data', 'emulator/client-events', 'emulator/buttons'], (
  /** @type {import('./modules').PageData} */ page, /** @type {import('./modules').ClientEvents} */ clientEvents, /** @type {import('./modules').Buttons} */ buttons,
) => {
  'use strict';
  const loading = page.clientModules.map((script) => new Promise((/** @type {(loaded: import('./modules').LoadedScript | null) => void} */ resolve) => {
    require([script.moduleId], (/** @type {import('./modules').ClientScript | undefined} */ exports) => {
      const loaded = { script, exports: exports ?? {} };
      clientEvents.start(loaded);
      resolve(loaded);
    }, (/** @type {unknown} */ error) => {
      reportError(error);
      resolve(null);
    });
  }));
  buttons.start(loading);
});
