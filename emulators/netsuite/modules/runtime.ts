import type { Execution } from '../executions/execution.ts';
import { isPreference } from '../installation/installation.ts';
import { levelFor } from '../records/access.ts';
import { loud, NotEmulated } from '../not-emulated.ts';
import { defineModule, optionsOrFirst } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const contexts = ['ACTION', 'BUNDLE_INSTALLATION', 'CLIENT', 'CSV_IMPORT', 'CUSTOM_MASSUPDATE', 'DEBUGGER', 'EMAIL_CAPTURE', 'MAP_REDUCE', 'OTHER', 'PORTLET', 'RESTLET', 'REST_WEBSERVICES', 'SCHEDULED', 'SDF_INSTALLATION', 'SUITELET', 'USER_EVENT', 'USER_INTERFACE', 'WEBSERVICES', 'WEBSTORE', 'WORKFLOW'];

/** N/runtime: who, where, which script, how much is left. Under runasrole `role` is the role that executes (unproved in public documentation). */
export const runtime: ModuleFactory = (execution) => {
  const { installation, store } = execution.world;
  return defineModule(execution, 'N/runtime', {
    get accountId() { return installation.accountId; },
    get envType() { return 'PRODUCTION'; },
    get version() { return '2026.2'; },
    get country() { return installation.country; },
    get executionContext() { return execution.context; },
    get processorCount() { return 2; },
    get queueCount() { return 1; },
    ContextType: Object.fromEntries(contexts.map((name) => [name, name.replace(/_/g, '')])),
    EnvType: { SANDBOX: 'SANDBOX', PRODUCTION: 'PRODUCTION', BETA: 'BETA', INTERNAL: 'INTERNAL' },
    Permission: { FULL: 4, EDIT: 3, CREATE: 2, VIEW: 1, NONE: 0 },
    isFeatureInEffect(...args: unknown[]) {
      const feature = String(optionsOrFirst('runtime.isFeatureInEffect', args, ['feature'])['feature']);
      const on = installation.features[feature];
      if (on === undefined) throw new NotEmulated('N/runtime', `isFeatureInEffect of ${feature}`);
      return on;
    },
    getCurrentUser: () => currentUser(execution),
    getCurrentScript: () => currentScript(execution),
    getCurrentSession: () => loud('runtime.Session', {
      get(...args: unknown[]) {
        const name = String(optionsOrFirst('Session.get', args, ['name'])['name']);
        if (execution.session === null) return null;
        return store.get('SELECT value FROM session_value WHERE session = ? AND name = ?', execution.session, name)?.['value'] ?? null;
      },
      set(...args: unknown[]) {
        const { name, value } = optionsOrFirst('Session.set', args, ['name', 'value']);
        if (execution.session === null) return;
        store.run('INSERT INTO session_value (session, name, value) VALUES (?, ?, ?) ON CONFLICT (session, name) DO UPDATE SET value = excluded.value', execution.session, String(name), String(value ?? ''));
      },
    }),
  });
};

function currentUser(execution: Execution): object {
  const { principal, world } = execution;
  return loud('runtime.User', {
    id: principal.userId, name: principal.name, email: principal.email, role: principal.role.id, roleId: principal.role.key.toLowerCase(),
    roleCenter: principal.role.center, department: 0, location: 0, subsidiary: 1, contact: 0,
    getPermission(...args: unknown[]) {
      const name = String(optionsOrFirst('User.getPermission', args, ['name'])['name']);
      if (principal.role.administrator) return 4;
      const type = world.catalog.types.find((each) => each.access.kind === 'permission' && each.access.permission === name);
      if (!type && !/^(LIST|TRAN|REPO|ADMI|REGT)_[A-Z_]+$/.test(name)) throw new NotEmulated('runtime.User', `getPermission of ${name}`);
      return type ? levelFor(principal, type) : principal.role.permissions[name] ?? 0;
    },
    getPreference(...args: unknown[]) {
      const name = String(optionsOrFirst('User.getPreference', args, ['name'])['name']);
      const known: Record<string, string> = { DATEFORMAT: 'M/D/YYYY', TIMEFORMAT: 'h:mm a', TIMEZONE: principal.timeZone, LANGUAGE: 'en_US', NUMBERFORMAT: '0' };
      const value = known[name.toUpperCase()];
      if (value === undefined) throw new NotEmulated('runtime.User', `getPreference of ${name}`);
      return value;
    },
  });
}

function currentScript(execution: Execution): object {
  const { script, deployment, realm } = execution;
  return loud('runtime.Script', {
    id: script.scriptId, deploymentId: deployment.deploymentId, logLevel: deployment.logLevel, apiVersion: '2.1', bundleIds: realm.adopt([]), percentComplete: 0,
    getRemainingUsage: () => execution.usage.remaining(),
    getParameter(...args: unknown[]) {
      const name = String(optionsOrFirst('Script.getParameter', args, ['name'])['name']);
      const parameter = script.parameters.find((each) => each.scriptId === name);
      if (!parameter) return null;
      const set = isPreference(parameter) ? execution.world.installation.preferences[name] : deployment.parameters[name];
      const text = execution.parameters[name] ?? set ?? parameter.defaultValue;
      if (parameter.fieldType === 'CHECKBOX') return text === 'T';
      if (text === '') return null;
      return ['INTEGER', 'FLOAT', 'CURRENCY', 'PERCENT'].includes(parameter.fieldType) ? Number(text) : text;
    },
  });
}
