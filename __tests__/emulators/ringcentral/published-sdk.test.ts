import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SDK } from '@ringcentral/sdk';
import { authorizeAsDana } from './browser-person.ts';
import { publicClient, redirectUri, run, type Running } from './northwind.ts';

let running: Running;
before(async () => { running = await run(); });
after(async () => { await running.simulator.close(); });

/** The published SDK as an application would make it, with nothing replaced but the place of the server. */
function newSdk(): SDK {
  return new SDK({ server: running.base, clientId: publicClient, redirectUri, refreshDelayMs: 1 });
}

async function connected(sdk: SDK): Promise<void> {
  const loginUrl = new URL(sdk.platform().loginUrl({ usePKCE: true, state: 'round-trip' }));
  const redirected = await authorizeAsDana(running.base, Object.fromEntries(loginUrl.searchParams));
  const answer = sdk.platform().parseLoginRedirect(redirected.search) as { state: string; code: string };
  assert.equal(answer.state, 'round-trip');
  await sdk.platform().login({ code: answer.code, code_verifier: sdk.platform().codeVerifier });
}

test('the published SDK signs in with PKCE, reads who it is, and signs out', async () => {
  const sdk = newSdk();
  await connected(sdk);
  const me = await (await sdk.platform().get('/restapi/v1.0/account/~/extension/~')).json() as { name: string; extensionNumber: string };
  assert.equal(me.name, 'Dana Whitfield');
  await sdk.platform().logout();
  assert.equal(await sdk.platform().loggedIn(), false);
});

test('the published SDK refreshes by itself when its access token has expired, and the call goes through', async () => {
  const sdk = newSdk();
  await connected(sdk);
  running.simulator.control.expireAccessTokens('101');
  const answer = await sdk.platform().get('/restapi/v1.0/account/~/extension/~/presence');
  assert.equal(answer.status, 200);
});

test('a call of the published SDK fails with the platform’s words once an administrator has ended the session', async () => {
  const sdk = newSdk();
  await connected(sdk);
  running.simulator.control.revokeTokens('101');
  await assert.rejects(sdk.platform().get('/restapi/v1.0/account/~/extension/~'), /Token not found/);
});

test('an operation that is not emulated says so to the SDK, by name and without the ids', async () => {
  const sdk = newSdk();
  await connected(sdk);
  await assert.rejects(
    sdk.platform().get('/restapi/v1.0/account/~/extension/400131501101/greeting'),
    /does not emulate GET \/restapi\/v1\.0\/account\/\{accountId\}\/extension\/\{extensionId\}\/greeting/,
  );
});
