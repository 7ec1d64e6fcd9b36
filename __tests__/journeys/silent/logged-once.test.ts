import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep, territoryRep } from '../../../emulators/demo/people.ts';
import { journey, type Story } from '../journey.ts';
import { activities, customerId, dock, opens, phoneCallsOf } from '../steps/records.ts';

/** A log as the line would post it; tests change what they are about. */
const log = (telephonySessionId: string, more: object = {}) => ({
  telephonySessionId, extensionId: salesRep.extensionId, direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: salesRep.directNumber, name: null }, to: { number: '+18025550115', name: null },
  startedAt: '2026-11-20T17:05:00.000Z', talkSeconds: 95, ringSeconds: 8, queue: null, notes: null, disposition: null,
  recordingUrl: null, voicemailUrl: null, person: null, organizer: null, ...more,
});

interface Posted { status: number; body: { ok?: boolean; results?: { status: string; code: string | null; detail: string | null }[]; error?: { code: string } } | null }

/** Posts to the RESTlet from a page of the same session, as the line does. */
const post = (page: Page, story: Story, body: unknown, type = 'application/json'): Promise<Posted> =>
  page.evaluate(async ({ url, text, type }) => {
    const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body: text });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  }, { url: story.demo.addresses.calls, text: JSON.stringify(body), type });

const request = (story: Story, calls: unknown[], user = story.demo.employeeId(salesRep.email)) => ({ account: story.demo.accountId, user, calls });

journey('A log posted by hand becomes a row on the customer’s page, once, although it is posted twice', async (story) => {
  const sam = await story.someone(salesRep.email);
  const page = await opens(sam, 'customer', 'Lavender Lane Soaps');
  const first = await post(page, story, request(story, [log('s-5a01b2c3d4')]));
  assert.equal(first.body?.results?.[0]?.status, 'created', JSON.stringify(first));
  const again = await post(page, story, request(story, [log('s-5a01b2c3d4')]));
  assert.equal(again.body?.results?.[0]?.status, 'unchanged', JSON.stringify(again));
  await page.reload();
  assert.equal(await activities(page).filter({ hasText: 'Outbound call · Lavender Lane Soaps · completed' }).count(), 1);
});

journey('The same call from two tabs at the same moment is one record, with what both knew', async (story) => {
  const sam = await story.someone(salesRep.email);
  const one = await opens(sam, 'customer', 'Lavender Lane Soaps');
  const two = await sam.tab(story.demo.addresses.app);
  const held = story.demo.netsuite.control.hold({ at: 'record.save', recordType: 'phonecall' });
  const answers = Promise.all([
    post(one, story, request(story, [log('s-5a02b2c3d4', { talkSeconds: null, notes: { text: 'Lavender order doubled.', at: 1795453500000 } })])),
    post(two, story, request(story, [log('s-5a02b2c3d4')])),
  ]);
  try {
    await story.demo.netsuite.control.waitHeld(held, 2);
  } finally {
    story.demo.netsuite.control.release(held);
  }
  const statuses = (await answers).map(({ body }) => body?.results?.[0]?.status).sort();
  assert.deepEqual(statuses, ['completed', 'created']);
  const records = await phoneCallsOf(story, 's-5a02b2c3d4');
  assert.equal(records.length, 1);
  assert.equal(records[0]?.notes, 'Lavender order doubled.');
  assert.equal(records[0]?.talk, 95);
});

journey('What the logging door cannot take is refused with a reason, and holds up nothing else', async (story) => {
  const sam = await story.someone(salesRep.email);
  const page = await opens(sam, 'customer', 'Lavender Lane Soaps');
  const answer = await post(page, story, request(story, [
    { nonsense: true },
    log('s-5a03b2c3d4', { notes: { text: 'x'.repeat(5_000_000), at: 1 } }),
    log('s-5a04b2c3d4', { to: { number: '+1234567890123456789012345678901234567890', name: '<script>alert(1)</script>' } }),
  ]));
  assert.deepEqual(answer.body?.results?.map(({ status }) => status), ['refused', 'refused', 'created'], JSON.stringify(answer.body));
  const asText = await post(page, story, request(story, [log('s-5a08b2c3d4')]), 'text/plain');
  assert.equal(asText.body?.error?.code, 'BAD_REQUEST', 'a text body, which a foreign form can send, is not a log');
  assert.equal((await post(page, story, request(story, []))).body?.error?.code, 'BAD_REQUEST');
  const foreign = await post(page, story, request(story, [log('s-5a05b2c3d4')], story.demo.employeeId(territoryRep.email)));
  assert.match(JSON.stringify(foreign.body), /WRONG_USER/);
  for (const session of ['s-5a03b2c3d4', 's-5a05b2c3d4', 's-5a08b2c3d4']) assert.equal((await phoneCallsOf(story, session)).length, 0, 'nothing half-written');
});

journey('Rosa sees only her own customers: a call of somebody else’s customer is logged unlinked', async (story) => {
  const rosa = await story.someone(territoryRep.email);
  const page = await rosa.tab(story.demo.addresses.app);
  const hidden = await customerId(story, 'Acme Ltd');
  const answer = await post(page, story, request(story, [log('s-5a06b2c3d4', { extensionId: territoryRep.extensionId, to: { number: '+16505550100', name: null }, person: { type: 'customer', id: hidden } })], story.demo.employeeId(territoryRep.email)));
  assert.equal(answer.body?.results?.[0]?.status, 'created', JSON.stringify(answer));
  const [record] = await phoneCallsOf(story, 's-5a06b2c3d4');
  assert.equal(record?.company, null);
});

journey('A customer called <script> stays text on the page, in its title and in the list of calls', async (story) => {
  const sam = await story.someone(salesRep.email);
  const page = await opens(sam, 'customer', 'Lavender Lane Soaps');
  const name = '<script>document.title="owned"</script>';
  await story.demo.netsuite.control.import([{ type: 'customer', values: { companyname: name, isperson: false, phone: '+1 802 555 0199' } }]);
  await post(page, story, request(story, [log('s-5a07b2c3d4', { to: { number: '+18025550199', name } })]));
  const [record] = await phoneCallsOf(story, 's-5a07b2c3d4');
  assert.ok(record?.company, 'linked');
  const hostile = await sam.tab(`/app/common/entity/custjob.nl?id=${record.company}`);
  await hostile.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await activities(hostile).getByText(`Outbound call · ${name} · completed`).waitFor();
  await dock(hostile).waitFor();
  assert.notEqual(await hostile.title(), 'owned');
});
