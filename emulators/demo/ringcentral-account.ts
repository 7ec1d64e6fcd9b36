import type { AccountSeed } from '../ringcentral/account/seed.ts';
import { companyName } from './netsuite-account.ts';
import { administrator, demoPassword, everybody } from './people.ts';
import { syncApp, syncCredential } from './sync-app.ts';

export const demoClientId = 'FairweatherNetSuitePhone1';

/** The RingCentral account of the demo. `redirectUris`: what the company card shows for copying. */
export const ringcentralAccount = (redirectUris: string[]): AccountSeed => ({
  accountId: '204000',
  companyName,
  mainNumber: '+16505550140',
  extensions: everybody.map((person) => ({
    id: person.extensionId,
    extensionNumber: person.extensionNumber,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    password: demoPassword,
    phoneNumbers: [person.directNumber],
    ...(person === administrator ? { permissions: ['FullCompanyCallLog' as const] } : {}),
  })),
  apps: [
    {
      kind: 'public',
      clientId: demoClientId,
      name: 'RingCentral for NetSuite Pro',
      redirectUris,
      scopes: ['ReadAccounts', 'ReadPresence', 'EditPresence', 'ReadCallLog', 'ReadMessages', 'EditMessages', 'SMS', 'RingOut', 'CallControl', 'VoipCalling', 'WebSocket'],
    },
    syncApp,
  ],
  jwtCredentials: [syncCredential],
  outsideCallers: [
    { phoneNumber: '+16505550100', name: 'ACME LTD' },
    { phoneNumber: '+16505550162', name: 'SANTOS MARIA' },
    { phoneNumber: '+442079460018', name: 'BRIGHTWATER' },
    { phoneNumber: '+33199001234', name: 'CHATEAU MERLE' },
    { phoneNumber: '+19095550103', name: 'APEX PACKAGING' },
    { phoneNumber: '+12025550199', name: 'WIRELESS CALLER' },
  ],
  behaviours: [
    { phoneNumber: '+12025550110', behaviour: 'busy' },
    { phoneNumber: '+12025550111', behaviour: 'answer' },
    { phoneNumber: '+12025550112', behaviour: 'refuse' },
  ],
});
