import { findDeployment, findScript } from '../installation/installation.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { NotEmulated } from '../not-emulated.ts';
import { typeNamed } from '../records/load-record.ts';
import { recordPath, stagedType } from '../records/names.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';
import { queryText } from './query-text.ts';

const tasks: Record<string, string> = {
  CARD_: '/app/center/card.nl?sc=-29', LIST_CUSTJOB: '/app/common/entity/custjoblist.nl', LIST_CONTACT: '/app/common/entity/contactlist.nl',
  LIST_VENDOR: '/app/common/entity/vendorlist.nl', LIST_EMPLOYEE: '/app/common/entity/employeelist.nl', LIST_CALL: '/app/crm/calendar/calllist.nl',
  EDIT_CALL: '/app/crm/calendar/call.nl', EDIT_CUSTJOB: '/app/common/entity/custjob.nl', EDIT_CONTACT: '/app/common/entity/contact.nl',
};

/** N/url: addresses of scripts, records and tasks, relative as the platform gives them. */
export const url: ModuleFactory = (execution) => {
  const { installation } = execution.world;
  return defineModule(execution, 'N/url', {
    HostType: { APPLICATION: 'APPLICATION', CUSTOMER_CENTER: 'CUSTOMERCENTER', FORM: 'FORM', RESTLET: 'RESTLET', SUITETALK: 'SUITETALK' },
    resolveScript(input: unknown) {
      const options = optionsOf('url.resolveScript', input, ['scriptId', 'deploymentId']);
      if (options['returnExternalUrl'] === true) throw new NotEmulated('N/url', 'resolveScript with returnExternalUrl');
      const script = findScript(installation, String(options['scriptId']));
      const deployment = script && findDeployment(script, String(options['deploymentId']));
      if (!script || !deployment) throw new SuiteScriptError('SSS_INVALID_SCRIPT_ID', 'The script or its deployment does not exist.');
      const page = script.kind === 'suitelet' ? 'scriptlet' : script.kind === 'restlet' ? 'restlet' : null;
      if (page === null) throw new SuiteScriptError('SSS_INVALID_SCRIPT_ID', 'Only Suitelets and RESTlets have an address.');
      const query = new URLSearchParams({ script: String(script.id), deploy: String(deployment.number), compid: installation.accountId });
      for (const [name, value] of Object.entries((options['params'] as Record<string, unknown> | undefined) ?? {})) query.set(name, String(value));
      return `/app/site/hosting/${page}.nl?${query.toString()}`;
    },
    resolveRecord(input: unknown) {
      const options = optionsOf('url.resolveRecord', input, ['recordType']);
      const type = typeNamed(execution, String(options['recordType']));
      const id = options['recordId'] === undefined || options['recordId'] === null ? null : Number(options['recordId']);
      const staged = id === null ? type : stagedType(execution.world, type, id);
      if (!staged.pages) throw new NotEmulated('N/url', `resolveRecord of ${type.id}`);
      return recordPath(staged, id, options['isEditMode'] === true);
    },
    resolveTaskLink(input: unknown, params?: unknown) {
      const options = typeof input === 'string' ? { id: input, params } : optionsOf('url.resolveTaskLink', input, ['id']);
      const path = tasks[String(options['id'])];
      if (path === undefined) throw new NotEmulated('N/url', `resolveTaskLink of ${String(options['id'])}`);
      const query = queryText(options['params']);
      return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
    },
    resolveDomain(input: unknown) {
      const type = String(optionsOf('url.resolveDomain', input, ['hostType'])['hostType']);
      if (type !== 'APPLICATION' && type !== 'RESTLET') throw new NotEmulated('N/url', `resolveDomain of ${type}`);
      return installation.host;
    },
    format(input: unknown, params?: unknown) {
      const options = typeof input === 'string' ? { domain: input, params } : optionsOf('url.format', input, ['domain', 'params']);
      return `${String(options['domain'])}?${queryText(options['params'])}`;
    },
  });
};
