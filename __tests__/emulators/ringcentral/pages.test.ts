import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/browsers.ts';
import { newAuthorization, tokensOfDana } from './application.ts';
import { until } from '../ringcentral-telephony/until.ts';
import { northwind, run, type Running } from './northwind.ts';

const found = await findChromium();
const skip = found ? false : 'No Chromium found';

let browser: Browser | undefined;
let running: Running;
let page: Page;
let complaints: string[] = [];
before(async () => {
  if (found) browser = await chromium.launch({ executablePath: found.executablePath, env: { ...process.env, ...found.env } as Record<string, string>, args: ['--no-sandbox'] });
});
after(async () => { await browser?.close(); });
beforeEach(async () => {
  running = await run({ account: { ...northwind, outsideCallers: [{ phoneNumber: '+442079460123', name: 'Priya <img src=x onerror=alert(1)>' }] } });
  if (!browser) return;
  page = await browser.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
});
afterEach(async () => {
  await page?.close();
  await running.simulator.close();
});

test('on /network a person picks a caller, rings somebody and hangs up, and sees each step', { skip }, async () => {
  await page.goto(`${running.simulator.url}/network`);
  await page.getByRole('button', { name: /^Priya/ }).click();
  await page.getByLabel('to', { exact: true }).selectOption({ label: 'Miguel Ortega · 102 (no phone on)' });
  await page.getByRole('button', { name: 'Ring', exact: true }).click();
  const call = page.locator('#calls article').first();
  await call.getByText('→ Miguel Ortega').waitFor();
  assert.match(await call.innerText(), /Priya <img src=x/);
  await call.getByText('Ringing').waitFor();
  await call.getByRole('button', { name: 'Hang up' }).click();
  await page.locator('#calls article.ended').waitFor();
  assert.deepEqual(complaints, []);
});

test('on /network a call tells who was transferred, where it is parked, that it is recorded, and which text the caller heard', { skip }, async () => {
  const { telephonySessionId } = await running.simulator.control.ringIn({ from: { phoneNumber: '+442079460123', name: 'Priya' }, to: '102' });
  const call = running.telephony.call(telephonySessionId);
  const [, miguel] = call?.parties ?? [];
  if (!call || !miguel) throw new Error('The call has no callee');
  const dana = { name: 'Dana Whitfield', extensionId: '400131501101', extensionNumber: '101' };
  call.parties.push({ ...miguel, id: 'p-3', extensionId: dana.extensionId, to: dana, code: 'Parked', park: { id: '*801' }, recordings: [{ id: '1', active: true }] });
  Object.assign(miguel, { code: 'Disconnected', reason: 'BlindTransfer' });
  call.reply = 'In <b>a</b> meeting';
  await page.goto(`${running.simulator.url}/network`);
  const people = page.getByRole('list', { name: 'Who takes part' });
  await people.getByText(/^Miguel Ortega .*transferred$/).waitFor();
  await people.getByText('Dana Whitfield · 101 parked at *801, recorded').waitFor();
  await page.getByText('Heard instead of an answer: “In <b>a</b> meeting”').waitFor();
  await page.getByRole('button', { name: 'Press 3, urgent' }).click();
  await until('the switch is told', () => running.telephony.happened.includes('replies urgent'));
  assert.deepEqual(complaints, []);
});

test('on /network a switch moves what it says, and an impossible wish is answered with a sentence', { skip }, async () => {
  await page.goto(`${running.simulator.url}/network`);
  const dana = page.locator('#extensions article').first();
  await dana.getByLabel('WebPhone').uncheck();
  await page.getByLabel(/cuts its opener/).check();
  await page.getByLabel('Calling from').fill('12');
  await page.getByRole('button', { name: 'Ring', exact: true }).click();
  await page.getByText('not a complete phone number').waitFor();
  const { extensions, switches } = running.simulator.control.state();
  assert.deepEqual([extensions[0]?.features.webPhone, switches.coop], [false, true]);
});

test('/network fits a phone’s width', { skip }, async () => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(`${running.simulator.url}/network`);
  await page.locator('#extensions article').nth(1).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
});

test('in a small window a person signs in, sees the Authorize button without scrolling, and is sent back', { skip }, async () => {
  await page.setViewportSize({ width: 500, height: 640 });
  await page.goto(`${running.simulator.url}/restapi/oauth/authorize?${new URLSearchParams(newAuthorization().parameters)}`);
  await page.getByLabel('Email or extension number').fill('dana@northwind.example');
  await page.getByLabel('Password').fill('correct horse 7');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const authorize = page.getByRole('button', { name: 'Authorize' });
  await authorize.waitFor();
  const box = await authorize.boundingBox();
  assert.ok(box && box.y + box.height <= 640);
  await page.route('http://app.localhost:9000/**', (route) => route.fulfill({ body: 'back' }));
  await authorize.click();
  await page.waitForURL(/callback\.html\?code=[\w-]+&state=xyz&expires_in=60$/);
  assert.deepEqual(complaints, []);
});

test('a page of another origin calls with credentials as the SDK does, and opens the gateway', { skip }, async (context) => {
  const application = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<title>app</title>')).listen(0, '127.0.0.1');
  context.after(() => application.close());
  const { access_token: token } = await tokensOfDana(running.base);
  await page.goto(`http://app.localhost:${(application.address() as AddressInfo).port}/`);
  const first = await page.evaluate(async ({ server, token }) => {
    const headers = { Authorization: `bearer ${token}`, 'Client-Id': 'x', 'X-User-Agent': 'app/1 RCJSSDK/5.0.11', 'Content-Type': 'application/json' };
    const answer = await fetch(`${server}/restapi/oauth/wstoken`, { method: 'POST', credentials: 'include', headers });
    const { uri, ws_access_token: ticket } = await answer.json() as { uri: string; ws_access_token: string };
    const socket = new WebSocket(`${uri}?access_token=${ticket}`);
    return new Promise<string>((resolve) => {
      socket.onmessage = ({ data }) => resolve(`${new URL(uri).hostname} ${(JSON.parse(data as string) as { type: string }[])[0]?.type}`);
      socket.onclose = ({ code }) => resolve(`closed ${code}`);
    });
  }, { server: running.simulator.url, token });
  assert.equal(first, 'ringcentral.localhost ConnectionDetails');
});
