import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask, type Answer } from '../../../emulators/demo/browserless.ts';
import { createEmulator, type AccountSeed, type Behaviour, type Emulator } from '../../../emulators/netsuite/emulator.ts';

const password = 'lighthouse keeper';
const person = (email: string, firstName: string, lastName: string, ...roles: string[]): AccountSeed['users'][number] => ({ email, password, firstName, lastName, roles });

/** A small company that has our product installed; its roles are what administrators make of them. */
const account: AccountSeed = {
  accountId: 'TSTDRV3141592',
  companyName: 'Harbor Light Supply',
  country: 'US',
  timeZone: 'America/Los_Angeles',
  roles: [
    { id: 'customrole_own_customers', name: 'Own Customers', center: 'SALESCENTER', salesRepOnly: true, permissions: { LIST_CALL: 4, LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_CUSTRECORDENTRY: 1, REPO_ANALYTICS: 3 } },
    { id: 'customrole_no_calls', name: 'Warehouse', permissions: { LIST_CUSTJOB: 1 } },
    { id: 'customrole_entries', name: 'Data Steward', center: 'SUPPORTCENTER', permissions: { LIST_CALL: 4, LIST_CUSTJOB: 4, LIST_CONTACT: 4, LIST_CUSTRECORDENTRY: 4, REPO_ANALYTICS: 3 } },
  ],
  users: [
    person('ada@harbor.example', 'Ada', 'Lindqvist', 'ADMINISTRATOR'),
    person('maria@harbor.example', 'Maria', 'Santos', 'customrole_rcns_member'),
    person('theo@harbor.example', 'Theo', 'Baptiste', 'customrole_rcns_member'),
    person('dora@harbor.example', 'Dora', 'Winslow', 'customrole_entries'),
    person('rosa@harbor.example', 'Rosa', 'Klein', 'customrole_own_customers'),
    person('will@harbor.example', 'Will', 'Okafor', 'customrole_no_calls'),
    person('mallory@harbor.example', '</script><script>alert(1)</script>', '"O\'Mal', 'customrole_rcns_member'),
    person('carla@harbor.example', 'Carla', 'Nunes', 'customrole_rcns_admin'),
    { ...person('kenji@harbor.example', 'Kenji', 'Arai', 'customrole_rcns_member'), timeZone: 'Asia/Tokyo' },
  ],
};

export interface Harbor extends Emulator {
  accountId: string;
  /** The SQLite file that is the account. */
  dataFile: string;
  /** Rows as an administrator sees them. */
  rows(sql: string, ...params: (string | number)[]): Promise<Record<string, string | number | null>[]>;
  /** The body of an AMD module's `run`, with N/record, N/query, N/runtime and N/search at hand. */
  run(body: string, email?: string): Promise<unknown>;
  employee(email: string): Promise<number>;
}

/** The product as built, deployed into the company's account on a free port. */
export async function openHarbor(behaviour: Partial<Behaviour> = {}, preferences: Record<string, string> = {}, more: Partial<AccountSeed> = {}): Promise<Harbor> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harbor-'));
  const dataFile = path.join(folder, 'netsuite.sqlite');
  const emulator = await createEmulator({ projectFolder: process.cwd(), dataFile, port: 0, account: { ...account, ...more, preferences }, hostMap: { 'ringcentral.localhost': '127.0.0.1' }, behaviour });
  const run = (body: string, email?: string): Promise<unknown> =>
    emulator.control.run(`define(['N/record', 'N/query', 'N/runtime', 'N/search'], function (record, query, runtime, search) { return { run: function () { ${body} } }; });`, email === undefined ? {} : { as: { email } });
  const rows = async (sql: string, ...params: (string | number)[]) => (await run(`return query.runSuiteQL({ query: ${JSON.stringify(sql)}, params: ${JSON.stringify(params)} }).asMappedResults();`)) as Record<string, string | number | null>[];
  return {
    ...emulator, accountId: account.accountId, dataFile, run, rows,
    employee: async (email) => Number((await rows('SELECT id FROM employee WHERE email = ?', email))[0]?.['id']),
    async close() {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const suitelet = (name: string): string => `/app/site/hosting/scriptlet.nl?script=customscript_rcns_${name}&deploy=customdeploy_rcns_${name}`;
export const doors = {
  app: suitelet('app'), api: suitelet('api'), service: suitelet('service'), redirect: suitelet('redirect'),
  calls: '/app/site/hosting/restlet.nl?script=customscript_rcns_calls&deploy=customdeploy_rcns_calls',
} as const;

/** What our endpoints say, whichever of the two shapes. */
export interface Said { ok?: boolean; value?: Record<string, unknown>; error?: { code: string; detail?: string }; results?: { status: string; record: number | null; code: string | null; detail: string | null; notes?: string }[] }

/** Somebody signed in, with a browser's cookies and without its rules: an attacker's tool as much as a person's. */
export interface Visitor {
  id: number;
  origin: string;
  get(address: string): Promise<Answer>;
  send(address: string, options: { method?: string; headers?: Record<string, string>; body?: string }): Promise<Answer>;
  /** As our own page asks a Suitelet. */
  asks(door: 'api' | 'service', body: object, headers?: Record<string, string>): Promise<Said>;
  /** The session's token. */
  token(): Promise<string>;
  /** As the line posts to the RESTlet. */
  logs(...calls: unknown[]): Promise<Said>;
}

export async function signIn(harbor: Harbor, email: string): Promise<Visitor> {
  const jar = new Map<string, string>();
  const origin = harbor.url;
  const send: Visitor['send'] = (address, options) => ask(origin, address, { jar, ...options });
  const page = await send('/pages/customerlogin.jsp', {});
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  await send('/app/login/secure/enterpriselogin.nl', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin }, body: new URLSearchParams({ _csrf: csrf, returnTo: '', email, password }).toString() });
  const id = await harbor.employee(email);
  const said = async (answer: Promise<Answer>): Promise<Said> => {
    const { status, body } = await answer;
    try {
      return JSON.parse(body) as Said;
    } catch {
      return { error: { code: `HTTP ${status}`, detail: body.slice(0, 200) } };
    }
  };
  const asks: Visitor['asks'] = (door, body, headers = {}) => said(send(doors[door], { method: 'POST', headers: { 'content-type': 'application/json', origin, 'x-rcns-token': 'read', ...headers }, body: JSON.stringify(body) }));
  return {
    id, origin, send, asks,
    get: (address) => send(address, {}),
    token: async () => String((await asks('api', { action: 'session' })).value?.['csrf']),
    logs: (...calls) => said(send(doors.calls, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: harbor.accountId, user: id, calls }) })),
  };
}

/** A log as the line posts it; a test changes what it is about. */
export const callLog = (telephonySessionId: string, more: object = {}) => ({
  telephonySessionId, extensionId: '310001', direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: '+14155550131', name: null }, to: { number: '+18025550142', name: null },
  startedAt: '2026-11-20T17:05:00.000Z', talkSeconds: 95, ringSeconds: 8, queue: null, notes: null, disposition: null,
  recordingUrl: null, voicemailUrl: null, person: null, organizer: null, ...more,
});
