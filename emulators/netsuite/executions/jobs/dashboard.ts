import { optionsOf } from '../../modules/define-module.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import type { DashboardPageModel } from '../../pages/model.ts';
import { runsFor } from '../audience.ts';
import type { Actor } from '../execution.ts';
import { runScript } from '../run-script.ts';
import { failureOf } from '../script-error.ts';
import { frameOf } from './frame.ts';

/** The home dashboard with every scripted HTML portlet deployed for the role. A portlet that fails says so in its own frame. */
export function dashboard(actor: Actor): DashboardPageModel {
  const portlets: DashboardPageModel['portlets'] = [];
  for (const script of actor.world.installation.scripts.filter((each) => each.kind === 'portlet')) {
    for (const deployment of script.deployments.filter((each) => runsFor(script, each, actor.principal))) {
      const portlet = { title: deployment.title || script.name, html: '' };
      try {
        if (script.portletType !== 'HTML') throw new NotEmulated('N/portlet', `portlets of type ${script.portletType}`);
        runScript(
          { world: actor.world, script, deployment, entryPoint: 'render', stage: 'portlet', principal: actor.principal, context: 'PORTLET', session: actor.session, parent: null },
          (entry) => entry(loud('render context', {
            column: 2, entity: '',
            portlet: loud('portlet.Portlet', {
              get title() { return portlet.title; },
              set title(value: string) { portlet.title = value; },
              get html() { return portlet.html; },
              set html(value: string) { portlet.html = value; },
              clientScriptModulePath: '',
              setScript(input: unknown) { throw new NotEmulated('portlet.Portlet', `setScript of ${String(optionsOf('Portlet.setScript', input)['scriptid'])}`); },
            }),
          })),
        );
        portlets.push({ ...portlet, scripted: true });
      } catch (error) {
        portlets.push({ title: portlet.title, html: `<p>${failureOf(error).code.replace(/[^\w]/g, '')}</p>`, scripted: false });
      }
    }
  }
  return { kind: 'dashboard', frame: frameOf(actor), portlets };
}
