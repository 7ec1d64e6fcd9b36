/** Which client script is running. A page with one deployed script needs no telling. */
define('emulator/running-script', ['emulator/page-data'], (/** @type {import('./modules').PageData} */ page) => {
  'use strict';
  /** @type {import('./modules').ClientModule | null} */
  let running = null;

  /** @type {import('./modules').RunningScript} */
  const runningScript = {
    current: () => running ?? (page.clientModules.length === 1 ? page.clientModules[0] ?? null : null),
    during(script, work) {
      const before = running;
      running = script;
      try { return work(); } finally { running = before; }
    },
  };
  return runningScript;
});
