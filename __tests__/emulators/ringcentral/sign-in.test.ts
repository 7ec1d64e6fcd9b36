import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authorizeAsDana, decide, openAuthorize, signIn } from './browser-person.ts';
import { newAuthorization } from './application.ts';
import { publicClient, redirectUri, run, type Running } from './northwind.ts';

let running: Running;
let base = '';
before(async () => {
  running = await run();
  base = running.base;
});
after(async () => { await running.simulator.close(); });

async function consentPage(): Promise<string> {
  const opened = await openAuthorize(base, newAuthorization().parameters);
  return (await signIn(base, await opened.text(), 'dana@northwind.example', 'correct horse 7')).text();
}

test('the consent page names calling, SMS and presence in words, and escapes the application’s name', async () => {
  const page = await consentPage();
  assert.match(page, /Make and receive calls for you/);
  assert.match(page, /Send SMS/);
  assert.match(page, /See presence/);
  assert.match(page, /Northwind &lt;Dialler&gt;/);
  assert.doesNotMatch(page, /call history/);
});

test('who agrees comes back with a code, the state and sixty seconds', async () => {
  const address = await authorizeAsDana(base, newAuthorization().parameters);
  assert.equal(address.origin + address.pathname, redirectUri);
  assert.equal(address.searchParams.get('state'), 'xyz');
  assert.equal(address.searchParams.get('expires_in'), '60');
  assert.ok((address.searchParams.get('code') ?? '').length > 20);
});

test('who refuses comes back with access_denied and the state, and without a code', async () => {
  const answer = await decide(base, await consentPage(), 'refuse');
  const address = new URL(answer.headers.get('location') ?? '');
  assert.equal(address.searchParams.get('error'), 'access_denied');
  assert.equal(address.searchParams.get('state'), 'xyz');
  assert.equal(address.searchParams.has('code'), false);
});

test('a wrong password stays on the page, says so, and does not say which half was wrong', async () => {
  const opened = await openAuthorize(base, newAuthorization().parameters);
  const answer = await signIn(base, await opened.text(), '101', 'guess');
  assert.equal(answer.status, 200);
  const page = await answer.text();
  assert.match(page, /not correct\. \(OAU-140\)/);
  const better = await signIn(base, page, '101', 'correct horse 7');
  assert.match(await better.text(), /asks for access/);
});

test('empty parameters are absent: the published SDK writes every key', async () => {
  const answer = await openAuthorize(base, { ...newAuthorization().parameters, prompt: '', display: '', ui_options: '', localeId: '', brand_id: '' });
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /Sign in/);
});

for (const [who, change, status, code] of [
  ['an unknown application', { client_id: 'nobody' }, 403, 'OAU-153'],
  ['an address that is not registered', { redirect_uri: 'https://evil.example/' }, 403, 'OAU-109'],
  ['no address, where two are registered', { redirect_uri: '' }, 403, 'OAU-109'],
] as const) {
  test(`${who} gets a JSON page and is never redirected`, async () => {
    const answer = await openAuthorize(base, { ...newAuthorization().parameters, ...change });
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('location'), null);
    const body = await answer.json() as { error_description: string; errors: { errorCode: string }[] };
    assert.equal(body.errors[0]?.errorCode, code);
  });
}

for (const [what, change, error] of [
  ['the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
  ['an unknown challenge method', { code_challenge_method: 'S1' }, 'invalid_request'],
  ['prompt none together with login', { prompt: 'none login' }, 'invalid_request'],
  ['a silent sign-in of nobody', { prompt: 'none' }, 'login_required'],
] as const) {
  test(`${what} is refused on the way back`, async () => {
    const answer = await openAuthorize(base, { ...newAuthorization().parameters, ...change });
    const address = new URL(answer.headers.get('location') ?? '');
    assert.equal(address.searchParams.get('error'), error);
    assert.equal(address.searchParams.get('state'), 'xyz');
  });
}

test('a silent sign-in works for a browser where somebody signed in and agreed', async () => {
  const { parameters } = newAuthorization();
  const opened = await openAuthorize(base, parameters);
  const consent = await signIn(base, await opened.text(), '101', 'correct horse 7');
  const cookie = (consent.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  await decide(base, await consent.text(), 'authorize');
  const silent = await openAuthorize(base, { ...parameters, prompt: 'none' }, { cookie });
  assert.ok(new URL(silent.headers.get('location') ?? '').searchParams.get('code'));
});

test('an address with a query of its own gets the answer appended with &', async () => {
  const address = await authorizeAsDana(base, { ...newAuthorization().parameters, redirect_uri: 'http://app.localhost:9000/back?script=7&deploy=1' });
  assert.match(address.href, /\/back\?script=7&deploy=1&code=/);
});

test('a sign-in page that was used already, or waits longer than ten minutes, has to be opened again', async () => {
  const page = await consentPage();
  await decide(base, page, 'authorize');
  assert.match(await (await decide(base, page, 'authorize')).text(), /no longer open/);
  const waiting = await consentPage();
  running.clock.now += 11 * 60_000;
  assert.match(await (await decide(base, waiting, 'authorize')).text(), /no longer open/);
});

test('an application that an administrator must approve is sent back with unauthorized_client', async () => {
  running.simulator.control.setAdministratorMustApprove(publicClient, true);
  const opened = await openAuthorize(base, newAuthorization().parameters);
  const answer = await signIn(base, await opened.text(), '101', 'correct horse 7');
  running.simulator.control.setAdministratorMustApprove(publicClient, false);
  const address = new URL(answer.headers.get('location') ?? '');
  assert.equal(address.searchParams.get('error'), 'unauthorized_client');
  assert.match(address.searchParams.get('error_description') ?? '', /administrator/);
});

test('the sign-in pages cut their opener off only when they are told to', async () => {
  const header = async (): Promise<string | null> => (await openAuthorize(base, newAuthorization().parameters)).headers.get('cross-origin-opener-policy');
  assert.equal(await header(), null);
  running.simulator.control.setSwitch('coop', true);
  assert.equal(await header(), 'same-origin');
  running.simulator.control.setSwitch('coop', false);
});

test('no other site may frame the sign-in page or read it', async () => {
  const answer = await openAuthorize(base, newAuthorization().parameters, { origin: 'https://evil.example' });
  assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
});
