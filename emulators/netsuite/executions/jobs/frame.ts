import type { Actor } from '../execution.ts';
import { runsFor } from '../audience.ts';
import type { FrameModel } from '../../pages/model.ts';
import { levelFor } from '../../records/access.ts';

const lists: { tab: string; type: string; label: string; url: string }[] = [
  { tab: 'Activities', type: 'phonecall', label: 'Phone Calls', url: '/app/crm/calendar/calllist.nl' },
  { tab: 'Lists', type: 'customer', label: 'Customers', url: '/app/common/entity/custjoblist.nl' },
  { tab: 'Lists', type: 'customer', label: 'Leads', url: '/app/common/entity/custjoblist.nl?stage=Lead' },
  { tab: 'Lists', type: 'customer', label: 'Prospects', url: '/app/common/entity/custjoblist.nl?stage=Prospect' },
  { tab: 'Lists', type: 'contact', label: 'Contacts', url: '/app/common/entity/contactlist.nl' },
  { tab: 'Lists', type: 'vendor', label: 'Vendors', url: '/app/common/entity/vendorlist.nl' },
  { tab: 'Lists', type: 'employee', label: 'Employees', url: '/app/common/entity/employeelist.nl' },
];

/** The frame round every page: who looks, and the menu of what their role may open. */
export function frameOf(actor: Pick<Actor, 'world' | 'principal'>): FrameModel {
  const { installation, catalog } = actor.world;
  const { principal } = actor;
  const menu: FrameModel['menu'] = [{ label: 'Home', links: [{ label: 'Home', url: '/app/center/card.nl?sc=-29' }] }];

  function add(tab: string, label: string, url: string): void {
    const existing = menu.find((each) => each.label === tab);
    if (!existing) menu.push({ label: tab, links: [{ label, url }] });
    else if (!existing.links.some((link) => link.url === url)) existing.links.push({ label, url });
  }

  for (const list of lists) {
    const type = catalog.find(list.type);
    if (type && levelFor(principal, type) >= 1) add(list.tab, list.label, list.url);
  }
  for (const category of installation.menu) {
    if (category.center !== 'ALL' && category.center !== principal.role.center) continue;
    for (const link of category.links) {
      const script = installation.scripts.find((each) => each.scriptId === link.script);
      const deployment = script?.deployments.find((each) => each.deploymentId === link.deployment);
      if (script && deployment && runsFor(script, deployment, principal)) add(category.label, link.label || deployment.title, `/app/site/hosting/scriptlet.nl?script=${script.id}&deploy=${deployment.number}`);
    }
  }
  return {
    accountId: installation.accountId, companyName: installation.companyName,
    user: { id: principal.userId, name: principal.name, email: principal.email },
    role: { id: principal.role.key, name: principal.role.name }, menu,
  };
}
