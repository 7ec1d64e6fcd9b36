/** N/log does nothing visible in the browser, as in NetSuite. */
define('N/log', ['emulator/errors'], (/** @type {import('../modules').Errors} */ errors) => {
  'use strict';
  const silent = () => undefined;
  return errors.guard({ debug: silent, audit: silent, error: silent, emergency: silent }, 'N/log');
});
