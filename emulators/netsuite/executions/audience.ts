import type { Deployment, Principal, Script } from '../installation/installation.ts';

/** Whether a deployment runs for somebody: active, deployed, released, and they are in its audience. Testing deployments run for administrators. */
export function runsFor(script: Script, deployment: Deployment, principal: Principal): boolean {
  if (script.inactive || !deployment.isDeployed) return false;
  const { role } = principal;
  if (deployment.status === 'TESTING' && !role.administrator) return false;
  if (deployment.status !== 'TESTING' && deployment.status !== 'RELEASED') return false;
  return deployment.allRoles || deployment.allEmployees || deployment.roles.includes(role.key) || deployment.roles.includes('_ALL_ROLES');
}
