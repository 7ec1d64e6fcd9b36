/** N/url in the browser: addresses of scripts, records and a few tasks, all of this page's own host. */
define('N/url', ['emulator/errors', 'emulator/page-data'], (/** @type {import('../modules').Errors} */ errors, /** @type {import('../modules').PageData} */ page) => {
  'use strict';
  /** @type {Record<string, string>} */
  const RECORDS = {
    customer: '/app/common/entity/custjob.nl', lead: '/app/common/entity/custjob.nl', prospect: '/app/common/entity/custjob.nl',
    contact: '/app/common/entity/contact.nl', vendor: '/app/common/entity/vendor.nl', employee: '/app/common/entity/employee.nl',
    partner: '/app/common/entity/partner.nl', phonecall: '/app/crm/calendar/call.nl',
  };
  /** @type {Record<string, string>} */
  const TASKS = {
    'CARD_-29': '/app/center/card.nl?sc=-29',
    LIST_CUSTJOB: '/app/common/entity/custjoblist.nl', EDIT_CUSTJOB: '/app/common/entity/custjob.nl',
    LIST_CONTACT: '/app/common/entity/contactlist.nl', EDIT_CONTACT: '/app/common/entity/contact.nl',
    LIST_VENDOR: '/app/common/entity/vendorlist.nl', LIST_EMPLOYEE: '/app/common/entity/employeelist.nl',
    LIST_CALL: '/app/crm/calendar/calllist.nl', EDIT_CALL: '/app/crm/calendar/call.nl',
  };
  const HostType = { APPLICATION: 'APPLICATION', CUSTOMER_CENTER: 'CUSTOMER_CENTER', FORM: 'FORM', RESTLET: 'RESTLET', SUITETALK: 'SUITETALK' };

  /** @param {string} path @param {Record<string, unknown>} [parameters] */
  const withParameters = (path, parameters = {}) => {
    const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)])).toString();
    return query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
  };

  return errors.guard({
    HostType: errors.guard(HostType, 'N/url.HostType'),
    /** @param {{ scriptId: string | number, deploymentId: string | number, params?: Record<string, unknown>, returnExternalUrl?: boolean }} options */
    resolveScript(options) {
      errors.requireArguments(options, ['scriptId', 'deploymentId'], 'url.resolveScript');
      if (options.returnExternalUrl) throw errors.notEmulated('N/url', 'resolveScript with returnExternalUrl');
      const script = page.client.scripts.find(({ id, scriptId }) => String(options.scriptId) === scriptId || String(options.scriptId) === String(id));
      const deployment = script?.deployments.find(({ deploymentId, number }) => String(options.deploymentId) === deploymentId || String(options.deploymentId) === String(number));
      if (!script) throw errors.suiteScriptError('SSS_INVALID_SCRIPT_ID', `The script ID ${options.scriptId} is not valid`);
      if (!deployment) throw errors.suiteScriptError('SSS_INVALID_DEPLOYMENT_ID', `The deployment ID ${options.deploymentId} is not valid`);
      const path = script.kind === 'RESTLET' ? '/app/site/hosting/restlet.nl' : '/app/site/hosting/scriptlet.nl';
      return withParameters(path, { script: script.id, deploy: deployment.number, compid: page.client.accountId, ...options.params });
    },
    /** @param {{ recordType: string, recordId?: string | number, isEditMode?: boolean, params?: Record<string, unknown> }} options */
    resolveRecord(options) {
      errors.requireArguments(options, ['recordType'], 'url.resolveRecord');
      const path = RECORDS[options.recordType.toLowerCase()];
      if (!path) throw errors.notEmulated('N/url', `resolveRecord for ${options.recordType}`);
      return withParameters(path, { ...(options.recordId ? { id: options.recordId } : {}), ...(options.isEditMode ? { e: 'T' } : {}), ...options.params });
    },
    /** @param {{ id: string, params?: Record<string, unknown> }} options */
    resolveTaskLink(options) {
      errors.requireArguments(options, ['id'], 'url.resolveTaskLink');
      const path = TASKS[options.id];
      if (!path) throw errors.notEmulated('N/url', `resolveTaskLink for ${options.id}`);
      return withParameters(path, options.params);
    },
    /** The emulator has one host for the pages; the others have none. @param {{ hostType: string, accountId?: string }} options */
    resolveDomain(options) {
      errors.requireArguments(options, ['hostType'], 'url.resolveDomain');
      const otherAccount = options.accountId !== undefined && options.accountId !== page.client.accountId;
      if (options.hostType !== HostType.APPLICATION || otherAccount) throw errors.notEmulated('N/url', `resolveDomain for ${otherAccount ? 'another account' : options.hostType}`);
      return location.host;
    },
    /** @param {{ domain: string, params: Record<string, unknown> }} options */
    format(options) {
      errors.requireArguments(options, ['domain'], 'url.format');
      return withParameters(options.domain, options.params);
    },
  }, 'N/url');
});
