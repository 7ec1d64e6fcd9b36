import * as v from 'valibot';
import { SyncCard } from '../../../src/wire/sync/sync.ts';
import { createSimulator, type Simulator, type SimulatorSettings } from '../../../emulators/ringcentral/simulator.ts';
import type { AccountSeed } from '../../../emulators/ringcentral/account/seed.ts';
import { createScriptedTelephony } from '../ringcentral/scripted-telephony.ts';
import type { AccountSeed as NetSuiteSeed, Behaviour } from '../../../emulators/netsuite/emulator.ts';
import { openHarbor, signIn, type Harbor, type Said, type Visitor } from './harbor.ts';

const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJoYXJib3IifQ.bGVkZ2Vy';
const app = { clientId: 'harbor-call-sync', clientSecret: 'salt and tar' };
const usedBy = { scripts: ['customscript_rcns_call_sync', 'customscript_rcns_text_sync', 'customscript_rcns_api'], domains: ['ringcentral.localhost'] };
export const secretNames = { clientId: 'custsecret_rcns_client_id', clientSecret: 'custsecret_rcns_client_secret', jwt: 'custsecret_rcns_jwt' };
const secrets = [{ id: secretNames.clientId, value: app.clientId, ...usedBy }, { id: secretNames.clientSecret, value: app.clientSecret, ...usedBy }, { id: secretNames.jwt, value: jwt, ...usedBy }];

export const maria = { id: '310001', number: '101' };
export const theo = { id: '310002', number: '102' };
export const rosa = { id: '310003', number: '103' };
/** Of whom NetSuite knows nobody. */
export const piet = { id: '310004', number: '104' };
export const boss = { id: '310009', number: '109' };

const person = ({ id, number }: typeof maria, firstName: string, lastName: string, email: string): AccountSeed['extensions'][number] => ({
  id, extensionNumber: number, firstName, lastName, email, password: 'lantern', phoneNumbers: [`+141555501${id.slice(-2)}`],
});

const ringcentral: AccountSeed = {
  accountId: '310000', companyName: 'Harbor Light Supply', mainNumber: '+14155550100',
  extensions: [
    person(maria, 'Maria', 'Santos', 'maria@harbor.example'), person(theo, 'Theo', 'Baptiste', 'theo@harbor.example'), person(rosa, 'Rosa', 'Klein', 'rosa@harbor.example'),
    person(piet, 'Piet', 'de Vries', 'piet@elsewhere.example'), { ...person(boss, 'Ines', 'Call Sync', 'sync@harbor.example'), permissions: ['FullCompanyCallLog'] },
  ],
  apps: [{ kind: 'confidential', ...app, name: 'NetSuite call sync', redirectUris: [], scopes: ['ReadAccounts', 'ReadCallLog', 'ReadMessages'] }],
  queues: [{ id: '310090', extensionNumber: '9', name: 'Front desk' }],
  jwtCredentials: [{ jwt, extensionId: boss.id, clientIds: [app.clientId] }],
  outsideCallers: [{ phoneNumber: '+18025550142', name: 'MAPLE RUN' }],
};

/** Harbor Light Supply with its RingCentral, and an administrator who is signed in. */
export interface Synced {
  harbor: Harbor;
  ringcentral: Simulator;
  carla: Visitor;
  /** As the administrator's screens ask. */
  asks(body: Record<string, unknown>): Promise<Said>;
  /** The answer's value, read as the screens read it; a refusal throws. */
  value<T extends v.GenericSchema>(schema: T, body: Record<string, unknown>): Promise<v.InferOutput<T>>;
  card(): Promise<SyncCard>;
  switchOn(since?: string | null): Promise<void>;
  /** Says whose an extension is, as connecting does. */
  bind(extensionId: string, email: string): Promise<void>;
  /** One run, until it and whatever it starts has ended; its counts. */
  syncs(params?: Record<string, string>): Promise<Record<string, number>>;
  /** Resolves when no run is under way and nothing is left to be read. */
  settled(): Promise<void>;
  /** As if the minute were over in which requests were counted, and RingCentral's wait with it. */
  minutePasses(): Promise<void>;
  calls(): Promise<Record<string, string | number | null>[]>;
  close(): Promise<void>;
}

export async function openSynced(options: SimulatorSettings['options'] = {}, behaviour: Partial<Behaviour> = {}, account: Partial<NetSuiteSeed> = {}): Promise<Synced> {
  const [harbor, simulator] = await Promise.all([
    openHarbor(behaviour, {}, { secrets, ...account }),
    createSimulator({ port: 0, dataFile: ':memory:', account: ringcentral, telephony: createScriptedTelephony, options }),
  ]);
  const carla = await signIn(harbor, 'carla@harbor.example');
  const token = await carla.token();
  const asks: Synced['asks'] = (body) => carla.asks('api', body, { 'x-rcns-token': token });
  const value: Synced['value'] = async (schema, body) => {
    const said = await asks(body);
    if (said.value === undefined) throw new Error(JSON.stringify(said));
    return v.parse(schema, said.value);
  };
  await value(v.unknown(), { action: 'save-company', settings: { clientId: 'browser-app', server: simulator.url, redirectUri: '' } });
  return {
    harbor, ringcentral: simulator, carla, asks, value,
    card: () => value(SyncCard, { action: 'read-sync' }),
    async switchOn(since = null) {
      await value(SyncCard, { action: 'save-sync', settings: { on: true, secrets: secretNames, since } });
    },
    async bind(extensionId, email) {
      await harbor.run(`var row = record.create({ type: 'customrecord_rcns_extension' }); row.setValue({ fieldId: 'externalid', value: 'rcns:extension:${extensionId}' }); row.setValue({ fieldId: 'custrecord_rcns_ext_id', value: '${extensionId}' }); row.setValue({ fieldId: 'custrecord_rcns_ext_employee', value: ${await harbor.employee(email)} }); row.save();`);
    },
    async syncs(params = {}) {
      const status = await harbor.control.runTask({ scriptId: 'customscript_rcns_call_sync', deploymentId: 'customdeploy_rcns_call_sync', params });
      const failures = status.errors.map(({ stage, key, message }) => `${stage} ${key} ${message}`);
      if (failures.length > 0) throw new Error(failures.slice(0, 3).join('\n'));
      const state = (await harbor.rows('SELECT custrecord_rcns_sy_state AS state FROM customrecord_rcns_sync'))[0]?.['state'];
      return (JSON.parse(String(state)) as { lastRun: { counts: Record<string, number> } | null }).lastRun?.counts ?? {};
    },
    async settled() {
      for (;;) {
        const { running, backFills } = await value(SyncCard, { action: 'read-sync' });
        if (running === null && backFills.length === 0) return;
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
    },
    async minutePasses() {
      await harbor.run(`var id = query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_sync' }).asMappedResults()[0].id; var row = record.load({ type: 'customrecord_rcns_sync', id: id }); var state = JSON.parse(row.getValue({ fieldId: 'custrecord_rcns_sy_state' })); state.requests = []; state.notBefore = 0; row.setValue({ fieldId: 'custrecord_rcns_sy_state', value: JSON.stringify(state) }); row.save();`);
    },
    calls: () => harbor.rows('SELECT custevent_rcns_session AS session, custevent_rcns_extension AS extension, assigned, title, custevent_rcns_talk_s AS talk FROM phonecall WHERE custevent_rcns_session IS NOT NULL ORDER BY id'),
    async close() {
      await Promise.all([harbor.close(), simulator.close()]);
    },
  };
}
