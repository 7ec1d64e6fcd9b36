import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEmulator } from '../../../emulators/netsuite/emulator.ts';
import type { Emulator, EmulatorOptions } from '../../../emulators/netsuite/emulator.ts';
import { account } from './account.ts';

export const fixture = fileURLToPath(new URL('./fixture', import.meta.url));

/** The company's account on a free port, with a data file of its own that goes when it is closed. */
export async function openWillow(over: Partial<EmulatorOptions> = {}): Promise<Emulator & { dataFile: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'willow-'));
  const dataFile = over.dataFile ?? join(folder, 'account.sqlite');
  const emulator = await createEmulator({ projectFolder: fixture, port: 0, account, ...over, dataFile }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  return { ...emulator, dataFile, async close() {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  } };
}

export interface Answer { status: number; headers: Record<string, string | string[] | undefined>; body: string; bytes: Buffer }

/** What the RESTlet of the fixture answers, or the platform in its place. */
export interface RestAnswer { id?: number; created?: boolean; left?: number; error: { code: string; message: string } }

/** A browser without a screen: keeps its cookies and says Host as the real one would. */
export interface Visitor {
  ask(method: string, path: string, options?: { headers?: Record<string, string>; body?: string; host?: string }): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** Posts a form with the token that the page at `from` carries. */
  submit(from: string, path: string, values: Record<string, string>): Promise<Answer>;
  rest(body: unknown, over?: { type?: string; method?: string }): Promise<Answer & { json: RestAnswer }>;
}

export function visitor(emulator: Pick<Emulator, 'port'>): Visitor {
  const cookies = new Map<string, string>();
  const self: Visitor = {
    ask(method, path, { headers = {}, body, host } = {}) {
      return new Promise((resolve, reject) => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const asking = request({ host: '127.0.0.1', port: emulator.port, method, path, headers: { host: host ?? `netsuite.localhost:${emulator.port}`, ...(cookie === '' ? {} : { cookie }), ...headers }, agent: false }, (answer) => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [pair = ''] = line.split(';');
            cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
          }
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const bytes = Buffer.concat(parts);
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString('utf8'), bytes });
          });
        });
        asking.on('error', reject);
        asking.end(body);
      });
    },
    get: (path) => self.ask('GET', path),
    async submit(from, path, values) {
      const page = await self.get(from);
      const hidden = [...page.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
      const form = new URLSearchParams({ ...Object.fromEntries(hidden), ...values });
      return self.ask('POST', path, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() });
    },
    async rest(body, { type = 'application/json', method = 'POST' } = {}) {
      const answer = await self.ask(method, '/app/site/hosting/restlet.nl?script=customscript_acme_door&deploy=customdeploy_acme_door', { headers: { 'content-type': type }, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }) });
      return { ...answer, json: (answer.body.startsWith('{') ? JSON.parse(answer.body) : {}) as RestAnswer };
    },
  };
  return self;
}

/** Somebody who has signed in, under one of their roles. */
export async function signedIn(emulator: Pick<Emulator, 'port'>, email: string, role?: string): Promise<Visitor> {
  const who = visitor(emulator);
  const user = account.users.find((each) => each.email === email);
  await who.submit('/pages/customerlogin.jsp', '/app/login/secure/enterpriselogin.nl', { email, password: user?.password ?? '' });
  if (role !== undefined) await who.submit('/app/login/secure/changerole.nl', '/app/login/secure/changerole.nl', { role });
  return who;
}

export const suitelet = (action: string, deploy = 'customdeploy_acme_page'): string => `/app/site/hosting/scriptlet.nl?script=customscript_acme_page&deploy=${deploy}&action=${action}`;
