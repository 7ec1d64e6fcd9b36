import type { AccountSeed } from '../../../emulators/ringcentral/account/seed.ts';
import { createSimulator, type Simulator, type SimulatorSettings } from '../../../emulators/ringcentral/simulator.ts';
import { createScriptedTelephony, type ScriptedTelephony } from './scripted-telephony.ts';

export const redirectUri = 'http://app.localhost:9000/callback.html';
export const publicClient = 'dialer-public-app';
export const serverClient = 'reports-server-app';

/** A small company: Dana and Miguel, a dialler for browsers, a report on a server that may only read the account. */
export const northwind: AccountSeed = {
  accountId: '400131426008', companyName: 'Northwind Traders', mainNumber: '+16504223279',
  extensions: [
    { id: '400131501101', extensionNumber: '101', firstName: 'Dana', lastName: 'Whitfield', email: 'dana@northwind.example', password: 'correct horse 7', phoneNumbers: ['+16505550101'] },
    { id: '400131501102', extensionNumber: '102', firstName: 'Miguel', lastName: 'Ortega', email: 'miguel@northwind.example', password: 'battery staple 9', phoneNumbers: ['+16505550102'], features: { digitalLine: false } },
  ],
  apps: [
    {
      kind: 'public', clientId: publicClient, name: 'Northwind <Dialler>', redirectUris: [redirectUri, 'http://app.localhost:9000/back?script=7&deploy=1'],
      scopes: ['ReadAccounts', 'ReadPresence', 'EditPresence', 'SMS', 'CallControl', 'VoipCalling', 'WebSocket'],
    },
    { kind: 'confidential', clientId: serverClient, clientSecret: 's3cret:with colon', name: 'Reports', redirectUris: ['http://reports.localhost/cb'], scopes: ['ReadAccounts'] },
  ],
  outsideCallers: [{ phoneNumber: '+442079460123', name: 'Priya Nair' }],
};

export interface Running { simulator: Simulator; base: string; telephony: ScriptedTelephony; clock: { now: number } }

/** Runs the company on a free port, with a clock that tests may turn. */
export async function run(settings: Partial<Omit<SimulatorSettings, 'telephony'>> = {}): Promise<Running> {
  const clock = { now: Date.now() };
  let telephony: ScriptedTelephony | undefined;
  const simulator = await createSimulator({
    port: 0, dataFile: ':memory:', account: northwind, ...settings,
    telephony: (tools) => (telephony = createScriptedTelephony(tools)),
    options: { now: () => clock.now, ...settings.options },
  });
  if (!telephony) throw new Error('The simulator did not ask for a switch');
  return { simulator, base: `http://127.0.0.1:${simulator.port}`, telephony, clock };
}
