import type { AccountSeed } from '../netsuite/options.ts';
import { demoPassword, everybody } from './people.ts';
import { syncSecrets } from './sync-app.ts';

export const companyName = 'Fairweather Supply Co.';

/** The NetSuite account of the demo: people and a role of its own; everything else comes from the project's Objects/. */
export const netsuiteAccount: AccountSeed = {
  accountId: 'TSTDRV2611230',
  companyName,
  country: 'US',
  timeZone: 'America/Los_Angeles',
  secrets: syncSecrets,
  roles: [
    {
      id: 'customrole_territory_rep',
      name: 'Territory Rep',
      center: 'SALESCENTER',
      salesRepOnly: true,
      permissions: { LIST_CALL: 4, LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_CUSTRECORDENTRY: 1, REPO_ANALYTICS: 3 },
    },
  ],
  // A field of the company's own, as many accounts have them.
  entityFields: [{ id: 'custentity_direct_line', label: 'Direct Line', type: 'PHONE', appliesTo: ['customer', 'contact'] }],
  users: everybody.map((person) => ({ email: person.email, password: demoPassword, firstName: person.firstName, lastName: person.lastName, title: person.title, phone: person.directNumber, roles: person.roles })),
};
