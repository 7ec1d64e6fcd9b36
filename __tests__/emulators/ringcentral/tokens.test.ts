import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authorizeAsDana } from './browser-person.ts';
import { newAuthorization, postForm, rest, tokensOfDana, type Tokens } from './application.ts';
import { publicClient, redirectUri, run, serverClient, type Running } from './northwind.ts';

let running: Running;
let base = '';
before(async () => {
  running = await run();
  base = running.base;
});
after(async () => { await running.simulator.close(); });

const me = '/restapi/v1.0/account/~/extension/~';
type OAuthFailure = { error: string; errors: { errorCode: string }[] };
const failure = async (answer: Response): Promise<[number, string, string | undefined]> => {
  const body = await answer.json() as OAuthFailure;
  return [answer.status, body.error, body.errors[0]?.errorCode];
};
const refresh = (tokens: Tokens, more: Record<string, string> = {}): Promise<Response> =>
  postForm(base, '/restapi/oauth/token', { grant_type: 'refresh_token', client_id: publicClient, refresh_token: tokens.refresh_token, ...more });
const apiCode = async (tokens: Tokens): Promise<string | undefined> => {
  const answer = await rest(base, tokens, me);
  return answer.ok ? 'works' : (await answer.json() as OAuthFailure).errors[0]?.errorCode;
};

async function exchange(change: Record<string, string>): Promise<Response> {
  const { verifier, parameters } = newAuthorization();
  const address = await authorizeAsDana(base, parameters);
  return postForm(base, '/restapi/oauth/token', {
    grant_type: 'authorization_code', client_id: publicClient, redirect_uri: redirectUri, code: address.searchParams.get('code') ?? '', code_verifier: verifier, ...change,
  });
}

test('a code becomes tokens of the person who agreed, with the application’s scopes', async () => {
  const tokens = await tokensOfDana(base);
  assert.equal(tokens.owner_id, '400131501101');
  assert.equal(tokens.expires_in, 3599);
  assert.equal(tokens.refresh_token_expires_in, 604_799);
  assert.ok(tokens.scope.split(' ').includes('CallControl'));
});

test('a code works once, for sixty seconds, for its own application, address and verifier', async () => {
  const { verifier, parameters } = newAuthorization();
  const code = (await authorizeAsDana(base, parameters)).searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', client_id: publicClient, redirect_uri: redirectUri, code, code_verifier: verifier };
  assert.equal((await postForm(base, '/restapi/oauth/token', form)).status, 200);
  assert.deepEqual(await failure(await postForm(base, '/restapi/oauth/token', form)), [403, 'invalid_grant', 'OAU-106']);

  assert.deepEqual(await failure(await exchange({ code_verifier: 'another-verifier' })), [403, 'invalid_grant', 'OAU-106']);
  assert.deepEqual(await failure(await exchange({ redirect_uri: 'http://elsewhere.example/' })), [403, 'invalid_grant', 'OAU-109']);

  const late = newAuthorization();
  const lateCode = (await authorizeAsDana(base, late.parameters)).searchParams.get('code') ?? '';
  running.clock.now += 61_000;
  assert.deepEqual(await failure(await postForm(base, '/restapi/oauth/token', { ...form, code: lateCode, code_verifier: late.verifier })), [403, 'invalid_grant', 'OAU-108']);
});

test('a code of one application is worth nothing to another', async () => {
  const { parameters } = newAuthorization();
  const code = (await authorizeAsDana(base, parameters)).searchParams.get('code') ?? '';
  const authorization = `Basic ${Buffer.from(`${serverClient}:s3cret:with colon`).toString('base64')}`;
  assert.deepEqual(await failure(await postForm(base, '/restapi/oauth/token', { grant_type: 'authorization_code', code }, { authorization })), [403, 'invalid_grant', 'OAU-110']);
});

test('a confidential application without its secret, or with a wrong one, is nobody', async () => {
  const form = { grant_type: 'refresh_token', refresh_token: 'x' };
  assert.deepEqual(await failure(await postForm(base, '/restapi/oauth/token', { ...form, client_id: serverClient })), [401, 'invalid_client', 'OAU-123']);
  const authorization = `Basic ${Buffer.from(`${serverClient}:wrong`).toString('base64')}`;
  assert.deepEqual(await failure(await postForm(base, '/restapi/oauth/token', form, { authorization })), [401, 'invalid_client', 'OAU-123']);
});

test('the token endpoint takes forms only, and grants it does not know are named', async () => {
  const asJson = await fetch(`${base}/restapi/oauth/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  assert.equal(asJson.status, 415);
  assert.deepEqual(await failure(await postForm(base, '/restapi/oauth/token', { grant_type: 'password', client_id: publicClient })), [403, 'unsupported_grant_type', 'OAU-112']);
  const jwt = await postForm(base, '/restapi/oauth/token', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', client_id: publicClient, assertion: 'x' });
  assert.equal(jwt.status, 403);
});

test('lifetimes out of range are moved into it, also the -1 that the SDK sends after a 401', async () => {
  const short = await tokensOfDana(base, { access_token_ttl: '-1' });
  assert.equal(short.expires_in, 599);
  const long = await tokensOfDana(base, { access_token_ttl: '999999', refresh_token_ttl: '99999999' });
  assert.deepEqual([long.expires_in, long.refresh_token_expires_in], [3599, 2_591_999]);
});

test('a refresh gives a new pair; the old access token is first corrupted, ten seconds later not found', async () => {
  const before = await tokensOfDana(base);
  assert.equal(await apiCode(before), 'works');
  const later = await (await refresh(before)).json() as Tokens;
  assert.notEqual(later.access_token, before.access_token);
  assert.equal(later.session_id, before.session_id);
  assert.equal(await apiCode(before), 'OAU-129');
  running.clock.now += 11_000;
  assert.equal(await apiCode(before), 'OAU-213');
  assert.equal(await apiCode(later), 'works');
});

test('two tabs that refresh at once get the same pair, until ten seconds after its first use', async () => {
  const before = await tokensOfDana(base);
  const [one, two] = await Promise.all([refresh(before), refresh(before)]);
  const pair = await one.json() as Tokens;
  assert.deepEqual(await two.json(), pair);
  assert.equal(await apiCode(pair), 'works');
  running.clock.now += 9000;
  assert.deepEqual(await (await refresh(before)).json(), pair);
  running.clock.now += 2000;
  assert.deepEqual(await failure(await refresh(before)), [400, 'invalid_grant', 'OAU-213']);
});

test('a refresh whose answer was lost may be repeated for an hour, as long as nobody used it', async () => {
  const before = await tokensOfDana(base);
  const pair = await (await refresh(before)).json() as Tokens;
  running.clock.now += 50 * 60_000;
  assert.deepEqual(await (await refresh(before)).json(), pair);
});

test('an access token that has expired says so, and a refresh mends it', async () => {
  const before = await tokensOfDana(base);
  running.clock.now += 3601_000;
  assert.equal(await apiCode(before), 'OAU-128');
  const after = await (await refresh(before)).json() as Tokens;
  assert.equal(await apiCode(after), 'works');
});

test('a refresh token that lay idle for its whole life is gone', async () => {
  const before = await tokensOfDana(base, { refresh_token_ttl: '86400' });
  running.clock.now += 86_401_000;
  assert.deepEqual(await failure(await refresh(before)), [400, 'invalid_grant', 'OAU-213']);
});

test('revoking either token ends the whole session', async () => {
  const tokens = await tokensOfDana(base);
  const revoked = await postForm(base, '/restapi/oauth/revoke', { token: tokens.refresh_token, client_id: publicClient });
  assert.deepEqual([revoked.status, await revoked.text()], [200, '']);
  assert.equal(await apiCode(tokens), 'OAU-213');
  assert.equal((await refresh(tokens)).status, 400);
});

test('a sixth session of one person in one application ends the first', async () => {
  const sessions: Tokens[] = [];
  for (let count = 0; count < 6; count += 1) {
    running.clock.now += 1000;
    sessions.push(await tokensOfDana(base));
  }
  const works = await Promise.all(sessions.map(apiCode));
  assert.deepEqual(works, ['OAU-213', 'works', 'works', 'works', 'works', 'works']);
});
