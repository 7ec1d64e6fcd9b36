/** What the server wrote into the page for its client side. */
define('emulator/page-data', [], () => {
  'use strict';
  /** @type {import('./modules').PageData} */
  const page = JSON.parse(document.getElementById('netsuite-page')?.textContent ?? 'null');
  return page;
});
