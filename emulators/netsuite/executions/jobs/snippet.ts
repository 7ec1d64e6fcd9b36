import type { Deployment, Script } from '../../installation/installation.ts';
import type { Actor } from '../execution.ts';
import { runScript } from '../run-script.ts';
import { SuiteScriptError } from '../script-error.ts';

const deployment: Deployment = {
  deploymentId: 'customdeploy_debugger', number: 1, title: 'Debugger', status: 'RELEASED', isDeployed: true, allRoles: true, allEmployees: true, roles: [], recordType: '', eventType: '',
  executionContexts: null, runAsRole: null, isOnline: false, logLevel: 'DEBUG', concurrencyLimit: 1, parameters: {}, links: [],
};

const script: Script = { id: 0, kind: 'scheduled', scriptId: 'customscript_debugger', name: 'Debugger', file: '/SuiteScripts/debugger.js', inactive: false, portletType: '', parameters: [], deployments: [deployment] };

/** Runs a one-off script, as the account's script debugger does: an AMD module whose `run` is called and answers plain data. */
export function snippet(actor: Actor, source: string): unknown {
  const done = runScript(
    { world: actor.world, script, deployment, entryPoint: 'run', stage: 'debugger', context: actor.context, session: actor.session, principal: actor.principal, parent: null, source },
    (entry) => {
      const value = entry();
      return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
    },
  );
  if (!done) throw new SuiteScriptError('SSS_MISSING_ENTRY_POINT', 'The script returns no run.');
  return done.value;
}
