import type { AccountSeed } from '../../../emulators/netsuite/options.ts';

/** A small company of the emulator's own tests. */
export const account: AccountSeed = {
  accountId: 'TSTDRV7777777',
  companyName: 'Willow & Sons',
  country: 'US',
  timeZone: 'America/New_York',
  roles: [
    { id: 'customrole_desk', name: 'Front Desk', permissions: { LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_CALL: 4, REPO_ANALYTICS: 3 } },
    { id: 'customrole_own', name: 'Own Customers', salesRepOnly: true, permissions: { LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_CALL: 4, REPO_ANALYTICS: 3 } },
    { id: 'customrole_guest', name: 'Guest', permissions: {} },
    { id: 'customrole_clerk', name: 'Filing Clerk', permissions: { LIST_CALL: 3, LIST_FILECABINET: 3, LIST_FIND: 4 } },
    { id: 'customrole_reader', name: 'Reader', permissions: { LIST_CALL: 1, LIST_FILECABINET: 1 } },
  ],
  users: [
    { email: 'ada@willow.example', password: 'correct horse', firstName: 'Ada', lastName: 'Marsh', roles: ['ADMINISTRATOR'] },
    { email: 'ben@willow.example', password: 'battery staple', firstName: 'Ben', lastName: 'Okoro', roles: ['customrole_desk', 'customrole_own'] },
    { email: 'gil@willow.example', password: 'paper boat', firstName: 'Gil', lastName: 'Reyes', roles: ['customrole_guest'], timeZone: 'Asia/Tokyo' },
    { email: 'cleo@willow.example', password: 'ring binder', firstName: 'Cleo', lastName: 'Adler', roles: ['customrole_clerk'] },
    { email: 'rue@willow.example', password: 'open book', firstName: 'Rue', lastName: 'Lindqvist', roles: ['customrole_reader'] },
  ],
  secrets: [{ id: 'custsecret_acme', value: 's3cr3t', scripts: ['customscript_debugger'], domains: ['partner.localhost'] }],
};
