import type { AccountSeed } from '../options.ts';

/** A small account for trying out a project. */
export const trialAccount: AccountSeed = {
  accountId: 'TSTDRV1234567',
  companyName: 'Trial Company',
  country: 'US',
  timeZone: 'America/New_York',
  roles: [
    { id: 'customrole_trial_sales', name: 'Sales', center: 'SALESCENTER', permissions: { LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_VENDOR: 1, LIST_EMPLOYEE: 1, LIST_CALL: 4, LIST_CUSTRECORDENTRY: 1, LIST_FIND: 4, REPO_ANALYTICS: 3 } },
  ],
  users: [
    { email: 'admin@trial.example', password: 'trial', firstName: 'Alex', lastName: 'Admin', roles: ['ADMINISTRATOR', 'customrole_trial_sales'] },
    { email: 'sales@trial.example', password: 'trial', firstName: 'Sam', lastName: 'Seller', roles: ['customrole_trial_sales'] },
  ],
};
