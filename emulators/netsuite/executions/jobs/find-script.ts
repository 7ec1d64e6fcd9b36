import type { Deployment, Installation, Principal, Script } from '../../installation/installation.ts';
import { findDeployment, findScript } from '../../installation/installation.ts';
import type { ScriptKind } from '../../project/objects.ts';
import { runsFor } from '../audience.ts';
import { SuiteScriptError } from '../script-error.ts';

/** What who is not in the audience reads. */
export const notInAudience = 'You do not have privileges to view this page.';

/** The deployment somebody asks for by address. Throws SSS_INVALID_SCRIPTLET_ID, or INSUFFICIENT_PERMISSION for who is not in its audience. */
export function scriptFor(installation: Installation, kind: ScriptKind, scriptId: string, deploymentId: string, principal: Principal): { script: Script; deployment: Deployment } {
  const script = findScript(installation, scriptId);
  const deployment = script && findDeployment(script, deploymentId);
  if (!script || script.kind !== kind || !deployment || script.inactive || !deployment.isDeployed) {
    throw new SuiteScriptError('SSS_INVALID_SCRIPTLET_ID', 'That Suitelet or RESTlet is invalid, disabled, or no longer exists.');
  }
  if (!runsFor(script, deployment, principal)) throw new SuiteScriptError('INSUFFICIENT_PERMISSION', notInAudience);
  return { script, deployment };
}

/** The role a deployment runs under: its own, unless another script called it. */
export function runningAs(installation: Installation, deployment: Deployment, principal: Principal, calledBy: number | null): Principal {
  const role = calledBy === null ? installation.roles.find((each) => each.key === deployment.runAsRole) : undefined;
  return role ? { ...principal, role } : principal;
}
