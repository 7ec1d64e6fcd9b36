/** N/runtime in the browser: account, user, features and the running client script. */
define('N/runtime', ['emulator/errors', 'emulator/page-data', 'emulator/running-script'], (
  /** @type {import('../modules').Errors} */ errors, /** @type {import('../modules').PageData} */ page, /** @type {import('../modules').RunningScript} */ runningScript,
) => {
  'use strict';
  const { client } = page;
  const ContextType = {
    USER_INTERFACE: 'USERINTERFACE', CLIENT: 'CLIENT', CSV_IMPORT: 'CSVIMPORT', MAP_REDUCE: 'MAPREDUCE', RESTLET: 'RESTLET', RESTWEBSERVICES: 'RESTWEBSERVICES',
    SCHEDULED: 'SCHEDULED', SUITELET: 'SUITELET', USEREVENT: 'USEREVENT', WEBSERVICES: 'WEBSERVICES', WORKFLOW: 'WORKFLOW', PORTLET: 'PORTLET',
  };
  return errors.guard({
    accountId: client.accountId,
    envType: client.envType,
    executionContext: ContextType.USER_INTERFACE,
    ContextType: errors.guard(ContextType, 'N/runtime.ContextType'),
    EnvType: errors.guard({ PRODUCTION: 'PRODUCTION', SANDBOX: 'SANDBOX', BETA: 'BETA', INTERNAL: 'INTERNAL' }, 'N/runtime.EnvType'),
    getCurrentUser: () => errors.guard({ ...client.user }, 'N/runtime.User'),
    getCurrentScript() {
      const script = runningScript.current();
      if (!script) throw errors.notEmulated('N/runtime', 'getCurrentScript outside an event or a button, with several client modules on the page');
      return errors.guard({ id: script.scriptId ?? '', deploymentId: script.deploymentId ?? '', getRemainingUsage: () => 1000 }, 'N/runtime.Script');
    },
    /** @param {{ feature: string } | string} options */
    isFeatureInEffect(options) {
      const feature = typeof options === 'string' ? options : options?.feature;
      errors.requireArguments({ feature }, ['feature'], 'runtime.isFeatureInEffect');
      return client.features[feature] === true;
    },
  }, 'N/runtime');
});
