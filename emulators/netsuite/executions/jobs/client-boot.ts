import { mediaUrl } from '../../modules/files/media-url.ts';
import type { ClientBootModel, FormPageModel } from '../../pages/model.ts';
import { runsFor } from '../audience.ts';
import type { Actor } from '../execution.ts';

/** Client scripts a record type may have; the platform ignores further ones. */
const mostClientScripts = 10;

/** What N/runtime and N/url need in the browser. */
export function clientBoot({ world, principal }: Actor): ClientBootModel {
  const { installation } = world;
  return {
    accountId: installation.accountId, envType: 'PRODUCTION', features: installation.features,
    user: {
      id: principal.userId, name: principal.name, email: principal.email, role: principal.role.id, roleId: principal.role.key.toLowerCase(), roleCenter: principal.role.center,
      department: 0, location: 0, subsidiary: 1,
    },
    scripts: installation.scripts.filter((script) => script.kind === 'suitelet' || script.kind === 'restlet').map((script) => ({
      scriptId: script.scriptId, id: script.id, kind: script.kind === 'suitelet' ? 'SUITELET' : 'RESTLET',
      deployments: script.deployments.map(({ deploymentId, number }) => ({ deploymentId, number })),
    })),
  };
}

type ClientModule = FormPageModel['clientModules'][number];

/** Modules a page loads: that of clientScriptModulePath, then the client scripts deployed to the type, which run in edit and create only. */
export function clientModules(actor: Actor, attached: string | null, deploymentName: string | null, editing: boolean): ClientModule[] {
  const modules: ClientModule[] = attached === null ? [] : [moduleOf(actor, attached, editing, null, null)];
  if (!editing || deploymentName === null) return modules;
  const deployed = actor.world.installation.scripts
    .filter((script) => script.kind === 'client')
    .flatMap((script) => script.deployments.map((deployment) => ({ script, deployment })))
    .filter(({ script, deployment }) => (deployment.recordType === 'RECORD' || deployment.recordType === deploymentName)
      && (deployment.executionContexts === null || deployment.executionContexts.includes('USERINTERFACE')) && runsFor(script, deployment, actor.principal))
    .slice(0, mostClientScripts);
  return [...modules, ...deployed.map(({ script, deployment }) => moduleOf(actor, script.file, true, script.scriptId, deployment.deploymentId))];
}

function moduleOf({ world }: Actor, path: string, events: boolean, scriptId: string | null, deploymentId: string | null): ClientModule {
  const row = world.store.get('SELECT id, hash FROM file WHERE path = ?', path);
  return { moduleId: path.replace(/\.js$/, ''), url: mediaUrl(world.installation.accountId, Number(row?.['id']), path, String(row?.['hash'])), events, scriptId, deploymentId };
}
