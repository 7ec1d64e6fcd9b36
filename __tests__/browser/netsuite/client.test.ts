import { tokenHeader } from '../../../src/wire/session/session.ts';
import { createNetSuiteClient } from '../../../src/browser/netsuite/client.ts';
import { CompanyCard } from '../../../src/wire/settings/company.ts';

interface Asked { url: string; action: string; token: string | null; body: Record<string, unknown>; init: RequestInit }
type Reply = (asked: Asked) => Response | Promise<Response>;

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const value = (each: unknown): Response => json({ ok: true, value: each });
const refusal = (code: string, detail = ''): Response => json({ ok: false, error: { code, detail } });
const session = { csrf: 'token-1', user: { id: 7, name: 'Dana' }, company: 'hidden' };

function open(replies: Record<string, Reply> = {}) {
  const asked: Asked[] = [];
  const client = createNetSuiteClient({
    urls: { api: '/api', service: '/service', calls: '/calls' },
    fetch: async (url, init) => {
      const body = JSON.parse(String(init.body)) as Record<string, unknown>;
      const one: Asked = { url, action: String(body['action'] ?? ''), token: new Headers(init.headers).get(tokenHeader), body, init };
      asked.push(one);
      const reply = replies[one.action || url];
      return reply ? reply(one) : value(session);
    },
  });
  return { client, asked };
}
const log = { account: '4321098', user: 7, calls: [{}] };
const results = [{ telephonySessionId: 's-1', extensionId: '101', status: 'created', record: 77, code: null, detail: null }];
const redirected = (): Response => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });

describe('our endpoints in NetSuite', () => {
  it('are asked by POST with JSON and our header, within the session', async () => {
    const { client, asked } = open({ 'who-is': () => value({ found: [{ kind: 'nobody' }] }) });
    expect(await client.whoIs(['+12125550147'])).toEqual({ found: [{ kind: 'nobody' }] });
    expect(asked[0]).toMatchObject({ url: '/api', body: { action: 'who-is', numbers: ['+12125550147'] }, token: 'read', init: { method: 'POST', credentials: 'same-origin', redirect: 'manual' } });
  });

  it('get the session’s token with a change, read once', async () => {
    const { client, asked } = open({ 'bind-extension': () => value({ bound: 'new' }) });
    await client.bindExtension({ extensionId: '101', extensionNumber: '101' });
    await client.bindExtension({ extensionId: '101', extensionNumber: '101' });
    expect(asked.map(({ action, token }) => [action, token])).toEqual([['session', 'read'], ['bind-extension', 'token-1'], ['bind-extension', 'token-1']]);
  });

  it('get a new token when NetSuite has begun another session meanwhile', async () => {
    let tokens = 0;
    const { client, asked } = open({
      session: () => value({ ...session, csrf: `token-${(tokens += 1)}` }),
      'bind-extension': ({ token }) => (token === 'token-2' ? value({ bound: 'same' }) : refusal('BAD_TOKEN')),
    });
    expect(await client.bindExtension({ extensionId: '101', extensionNumber: '101' })).toEqual({ bound: 'same' });
    expect(asked).toHaveLength(4);
  });

  it.each<[string, Reply]>([
    ['the login page', () => new Response('\n<!doctype html><title>Login</title>', { headers: { 'Content-Type': 'text/html' } })],
    ['a redirect', redirected],
    ['a 401', () => json({}, 401)],
    ['a login error of a RESTlet', () => json({ error: { code: 'INVALID_LOGIN_ATTEMPT' } }, 403)],
    ['our own word for it', () => refusal('NO_SESSION')],
  ])('tell that the session has ended by %s', async (_name, reply) => {
    await expect(open({ company: reply }).client.company()).rejects.toMatchObject({ kind: 'session-ended' });
  });

  it('count as not reachable without a network', async () => {
    await expect(open({ company: () => Promise.reject(new TypeError('Failed to fetch')) }).client.company()).rejects.toMatchObject({ kind: 'network' });
  });

  it.each<[string, Reply]>([
    ['an answer of another shape', () => value({ setUp: 'maybe' })],
    ['no answer of ours', () => json('hello')],
    ['an error page', () => new Response('<html>', { status: 500 })],
  ])('have failed with %s', async (_name, reply) => {
    await expect(open({ company: reply }).client.company()).rejects.toMatchObject({ kind: 'failed' });
  });

  it('say in our closed list why they refuse', async () => {
    await expect(open({ 'read-company': () => refusal('FORBIDDEN', 'settings') }).client.read('read-company', {}, CompanyCard)).rejects.toMatchObject({ kind: 'refused', code: 'FORBIDDEN', message: 'settings' });
  });
});

describe('logging calls', () => {
  it('goes to the RESTlet as it is', async () => {
    const { client, asked } = open({ '/calls': () => json({ ok: true, results }) });
    expect(await client.log(log)).toEqual({ calls: results, texts: [] });
    expect(asked.map(({ url, body }) => [url, body])).toEqual([['/calls', log]]);
  });

  it('takes the Suitelet when all RESTlets of the account are busy, with the same body', async () => {
    const { client, asked } = open({ '/calls': () => json({ error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED', message: 'Request limit exceeded' } }, 400), 'log-calls': () => json({ ok: true, results }) });
    expect(await client.log(log)).toEqual({ calls: results, texts: [] });
    expect(asked.at(-1)).toMatchObject({ url: '/api', token: 'token-1', body: { action: 'log-calls', ...log } });
  });

  it.each([
    ['WRONG_USER', 'refused'],
    ['LATER', 'limits'],
    ['NO_SESSION', 'session-ended'],
  ])('tells %s apart', async (code, kind) => {
    await expect(open({ '/calls': () => refusal(code), 'log-calls': () => refusal(code) }).client.log(log)).rejects.toMatchObject({ kind });
  });

  it('says that the role may not when NetSuite does not let the RESTlet run', async () => {
    const { client } = open({ '/calls': () => json({ error: { code: 'INSUFFICIENT_PERMISSION', message: 'You need the Phone Calls permission' } }, 400) });
    await expect(client.log(log)).rejects.toMatchObject({ kind: 'refused', code: 'FORBIDDEN', message: 'INSUFFICIENT_PERMISSION' });
  });

  it('says NetSuite’s own code when the RESTlet dies', async () => {
    const { client } = open({ '/calls': () => json({ error: { code: 'SSS_TIME_LIMIT_EXCEEDED', message: 'x' } }, 400) });
    await expect(client.log(log)).rejects.toMatchObject({ kind: 'failed', message: 'SSS_TIME_LIMIT_EXCEEDED' });
  });
});
