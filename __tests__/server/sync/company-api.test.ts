import cache = require('N/cache');
import https = require('N/https');
import { createCompanyApi } from '../../../src/server/ringcentral/company-api.ts';
import type { Connection } from '../../../src/server/ringcentral/connection.ts';
import { SyncFailure } from '../../../src/server/ringcentral/sync-failure.ts';

const connection: Connection = {
  server: { kind: 'ringcentral', origin: 'https://platform.ringcentral.com' },
  secrets: { clientId: 'custsecret_rcns_client_id', clientSecret: 'custsecret_rcns_client_secret', jwt: 'custsecret_rcns_jwt' },
};

interface Sent { url: string; headers: Record<string, unknown>; body?: unknown }
let sent: Sent[];
let kept: Map<string, string>;
const answer = (code: number, body: unknown, headers: Record<string, string> = {}) => ({ code, body: typeof body === 'string' ? body : JSON.stringify(body), headers });
const token = (access_token = 'acc-1', expires_in = 3600) => answer(200, { access_token, expires_in, token_type: 'bearer', scope: 'ReadAccounts ReadCallLog' });

/** Secure strings as texts with the names of the secrets in them, so that a test may look. */
function secure(input: string) {
  const object = {
    text: input,
    appendSecureString: ({ secureString }: { secureString: { text: string } }) => { object.text += secureString.text; return object; },
    convertEncoding: ({ toEncoding }: { toEncoding: string }) => { object.text = `${toEncoding}(${object.text})`; return object; },
  };
  return object;
}
const plain = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'text' in value ? value.text : value);

function ringCentral(signIn: ReturnType<typeof answer>[], replies: ReturnType<typeof answer>[]): void {
  jest.spyOn(https, 'post').mockImplementation(((options: Sent) => { sent.push({ ...options, headers: Object.fromEntries(Object.entries(options.headers).map(([name, value]) => [name, plain(value)])), body: plain(options.body) }); return signIn.shift(); }) as never);
  jest.spyOn(https, 'get').mockImplementation(((options: Sent) => { sent.push(options); return replies.shift(); }) as never);
}

beforeEach(() => {
  sent = [];
  kept = new Map();
  Object.assign(https, { Encoding: { UTF_8: 'UTF_8', BASE_64: 'BASE_64' } });
  jest.spyOn(https, 'createSecureString').mockImplementation((({ input }: { input: string }) => secure(input)) as never);
  Object.assign(cache, { Scope: { PRIVATE: 'PRIVATE', PROTECTED: 'PROTECTED', PUBLIC: 'PUBLIC' } });
  jest.spyOn(cache, 'getCache').mockReturnValue({ get: ({ key }: { key: string }) => kept.get(key) ?? null, put: ({ key, value }: { key: string; value: string }) => kept.set(key, value), remove: ({ key }: { key: string }) => kept.delete(key) } as never);
});
afterEach(() => jest.restoreAllMocks());

const refused = (signIn: ReturnType<typeof answer>[], replies: ReturnType<typeof answer>[]): [string, string] => {
  ringCentral(signIn, replies);
  try {
    createCompanyApi(connection).get('/restapi/v1.0/account/~/call-log');
  } catch (failure) {
    if (failure instanceof SyncFailure) return [failure.reason, failure.detail];
    throw failure;
  }
  return ['answered', ''];
};

test('the service user signs in with secrets that only NetSuite puts in', () => {
  ringCentral([token()], [answer(200, { records: [] })]);
  createCompanyApi(connection).get('/restapi/v1.0/account/~/call-log', { dateFrom: '2026-11-23T00:00:00.000Z', page: 2 });
  expect(sent).toEqual([
    {
      url: 'https://platform.ringcentral.com/restapi/oauth/token',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json', Authorization: 'Basic BASE_64({custsecret_rcns_client_id}:{custsecret_rcns_client_secret})' },
      body: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={custsecret_rcns_jwt}',
    },
    { url: 'https://platform.ringcentral.com/restapi/v1.0/account/~/call-log?dateFrom=2026-11-23T00%3A00%3A00.000Z&page=2', headers: { Accept: 'application/json', Authorization: 'Bearer acc-1' } },
  ]);
});

test('the next request uses the token that is kept', () => {
  ringCentral([token()], [answer(200, {}), answer(200, {})]);
  const api = createCompanyApi(connection);
  api.get('/a');
  api.get('/b');
  expect([sent.length, api.requests()]).toEqual([3, 2]);
});

test('a token that ended before its time is replaced once', () => {
  ringCentral([token(), token('acc-2')], [answer(401, { errorCode: 'TokenInvalid', errors: [{ errorCode: 'OAU-213' }] }), answer(200, { fine: true })]);
  expect(createCompanyApi(connection).get('/a')).toEqual({ fine: true });
  expect(sent.at(-1)?.headers['Authorization']).toBe('Bearer acc-2');
});

test('a token that lives too short for the cache is not kept', () => {
  ringCentral([token('acc-1', 300)], [answer(200, {})]);
  createCompanyApi(connection).get('/a');
  expect(kept.size).toBe(0);
});

test.each([
  ['a wrong client secret', answer(401, { error: 'invalid_client', errors: [{ errorCode: 'OAU-123' }] }), ['APP_REFUSED', 'OAU-123']],
  ['an app without the JWT flow', answer(400, { error: 'unauthorized_client', errors: [{ errorCode: 'OAU-251' }] }), ['JWT_NOT_ALLOWED', 'OAU-251']],
  ['a credential that has ended', answer(400, { error: 'invalid_grant', errors: [{ errorCode: 'OAU-128' }] }), ['JWT_REFUSED', 'OAU-128']],
  ['a gateway that is down', answer(502, '<html>Bad gateway</html>'), ['UNREACHABLE', 'HTTP 502']],
  ['too many sign-ins', answer(429, { errors: [{ errorCode: 'CMN-301' }] }), ['RATE_LIMITED', 'CMN-301']],
])('%s is told from the others', (_what, signIn, expected) => {
  expect(refused([signIn], [])).toEqual(expected);
});

test.each([
  ['a missing scope', answer(403, { errorCode: 'InsufficientPermissions', errors: [{ errorCode: 'CMN-401', permissionName: 'ReadCallLog' }] }), ['SCOPE_MISSING', 'ReadCallLog']],
  ['a service user who may not see the company', answer(403, { errors: [{ errorCode: 'CMN-408', permissionName: 'FullCompanyCallLog' }] }), ['PERMISSION_MISSING', 'FullCompanyCallLog']],
  ['a limit', answer(429, { errors: [{ errorCode: 'CMN-301' }] }, { 'Retry-After': '30' }), ['RATE_LIMITED', 'CMN-301']],
  ['an error of RingCentral\'s', answer(400, { errorCode: 'CMN-101' }), ['RINGCENTRAL', 'CMN-101']],
  ['an answer that is no JSON', answer(200, '<html>'), ['RINGCENTRAL', 'no JSON']],
  ['a token refused twice', answer(401, {}), ['JWT_REFUSED', 'HTTP 401']],
])('%s is told from the others', (_what, reply, expected) => {
  expect(refused([token(), token()], [reply, reply])).toEqual(expected);
});

test('a message of RingCentral\'s, which may quote what people typed, goes nowhere', () => {
  expect(refused([token()], [answer(500, { errorCode: 'call of +1 650 555 0100', message: 'secret' })])).toEqual(['UNREACHABLE', 'HTTP 500']);
});
