import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';
import { dana, maria as ours, textLog, type TextsSaid } from './text-log.ts';

let harbor: Harbor;
let ada: Visitor;
let maria: Visitor;
let theo: Visitor;

before(async () => {
  harbor = await openHarbor({ timeLimitMs: 4_000 });
  ada = await signIn(harbor, 'ada@harbor.example');
  maria = await signIn(harbor, 'maria@harbor.example');
  theo = await signIn(harbor, 'theo@harbor.example');
});
after(() => harbor.close());
afterEach(() => harbor.control.clearFaults());

const ramp = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from('the loading ramp')]);
const change = async (who: Visitor, door: 'api' | 'service', body: object) => who.asks(door, body, { 'x-rcns-token': await who.token() });
const choose = (pictures: string, who = ada) => change(who, 'api', { action: 'save-pictures', pictures });
const keep = (messageId: string, more: object = {}, who = maria) => change(who, 'service', { action: 'keep-picture', messageId, extensionId: '310001', attachmentId: `${messageId}1`, contents: ramp.toString('base64'), ...more });
const said = async (answer: ReturnType<typeof keep>): Promise<string> => {
  const { value, error } = await answer;
  return error ? `${error.code} ${error.detail ?? ''}` : String(value?.['kept']);
};
const attachment = (messageId: string, more: object = {}) => ({ id: `${messageId}1`, name: 'ramp.jpg', type: 'image/jpeg', size: 26, url: `https://media.ringcentral.com/restapi/v1.0/account/1/extension/310001/message-store/${messageId}/content/${messageId}1`, ...more });
/** Maria is sent a picture, and her phone logs the message. */
async function logged(messageId: string, conversation: string, more: object = {}): Promise<number> {
  const body = JSON.stringify({ account: harbor.accountId, user: maria.id, calls: [], texts: [textLog(messageId, conversation, { attachments: [attachment(messageId)], ...more })] });
  const answer = JSON.parse((await maria.send('/app/site/hosting/restlet.nl?script=customscript_rcns_calls&deploy=customdeploy_rcns_calls', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).body) as TextsSaid;
  return Number(answer.textResults?.[0]?.record);
}
const line = async (messageId: string): Promise<string> => String((await harbor.rows('SELECT custrecord_rcns_msg_attachments AS attachments FROM customrecord_rcns_message WHERE custrecord_rcns_msg_id = ?', messageId))[0]?.['attachments']);
const files = async (call: number, who = ada): Promise<{ name: string; link: string }[]> => {
  const { body } = await who.get(`/app/crm/calendar/call.nl?id=${call}`);
  return [...body.matchAll(/<a class="dottedlink" href="(\/core\/media\/media\.nl[^"]+)">([^<]+)</g)].map(([, link = '', name = '']) => ({ link: link.replace(/&amp;/g, '&'), name }));
};

test('a company that never chose keeps addresses alone, and nothing is taken', async () => {
  const call = await logged('9001', '601');
  assert.equal((await ada.asks('api', { action: 'read-logging' })).value?.['pictures'], 'links');
  assert.equal(await said(keep('9001')), 'NOT_SET_UP pictures');
  assert.deepEqual(await files(call), []);
});

test('the choice is a Company Admin’s; the folder is made once, whoever chooses how often', async () => {
  assert.equal((await choose('files', maria)).error?.code, 'FORBIDDEN');
  assert.equal((await choose('somewhere')).error?.code, 'BAD_SETTING');
  assert.equal((await choose('files', await signIn(harbor, 'carla@harbor.example'))).value?.['pictures'], 'files');
  await choose('links');
  assert.equal((await choose('files')).value?.['pictures'], 'files');
  assert.deepEqual(await harbor.run("return search.create({ type: 'folder', filters: [], columns: ['name'] }).run().getRange({ start: 0, end: 9 }).map(function (row) { return row.getValue('name'); });"), ['RingCentral pictures']);
  const told = await maria.asks('service', { action: 'company' });
  assert.equal((told.value?.['logging'] as { pictures: string }).pictures, 'files');
});

test('two admins who choose at the same moment make one folder', async () => {
  const fresh = await openHarbor();
  try {
    const admins = await Promise.all(['ada@harbor.example', 'carla@harbor.example'].map((email) => signIn(fresh, email)));
    const tokens = await Promise.all(admins.map((admin) => admin.token()));
    const hold = fresh.control.hold({ at: 'record.save', recordType: 'folder' });
    const both = admins.map((admin, at) => admin.asks('api', { action: 'save-pictures', pictures: 'files' }, { 'x-rcns-token': tokens[at] ?? '' }));
    await fresh.control.waitHeld(hold, 2);
    fresh.control.release(hold);
    // Both save one settings record: one of them may have to look again.
    assert.ok((await Promise.all(both)).some(({ value }) => value?.['pictures'] === 'files'));
    assert.equal(((await fresh.run("return search.create({ type: 'folder', filters: [], columns: ['name'] }).run().getRange({ start: 0, end: 9 }).length;")) as number), 1);
  } finally {
    await fresh.close();
  }
});

test('a picture is a file on the phone call, opens there byte for byte, and the message’s record names both places; sent again it is the same file', async () => {
  const call = await logged('9101', '602');
  assert.equal(await said(keep('9101')), 'true');
  const [file, ...more] = await files(call);
  assert.deepEqual([file?.name, more.length], ['310001-9101-91011.jpg', 0]);
  const opened = await ada.send(file?.link ?? '', {});
  assert.equal(opened.headers['content-type'], 'image/jpeg');
  const kept = await line('9101');
  assert.equal(kept, `ramp.jpg (image/jpeg, 1 KB) ${attachment('9101').url} in the File Cabinet: ${harbor.url}${file?.link}`);
  assert.equal(await harbor.control.run(`define(['N/file'], function (file) { return { run: function () { return file.load({ id: 'RingCentral pictures/310001-9101-91011.jpg' }).getContents(); } }; });`), ramp.toString('base64'));
  assert.equal(await said(keep('9101', { contents: Buffer.from('something else').toString('base64') })), 'true');
  assert.deepEqual([await line('9101'), (await files(call)).length], [kept, 1]);
  assert.equal(await said(keep('9101', { attachmentId: '5' })), 'BAD_REQUEST attachmentId');
  // A later report of the message leaves the line as it is.
  await logged('9101', '602');
  assert.equal(await line('9101'), kept);
  const worst = Math.max(...harbor.control.executions().filter(({ script }) => script === 'customscript_rcns_service').map(({ units }) => units));
  assert.ok(worst <= 80, `${worst} units`);
});

test('two tabs that bring it at the same moment make one file', async () => {
  const call = await logged('9201', '603');
  const token = await maria.token();
  const hold = harbor.control.hold({ at: 'file.save' });
  const bring = () => said(maria.asks('service', { action: 'keep-picture', messageId: '9201', extensionId: '310001', attachmentId: '92011', contents: ramp.toString('base64') }, { 'x-rcns-token': token }));
  const both = [bring(), bring()];
  await harbor.control.waitHeld(hold, 2);
  harbor.control.release(hold);
  assert.deepEqual(await Promise.all(both), ['true', 'true']);
  assert.equal((await files(call)).length, 1);
  assert.equal((await line('9201')).match(/File Cabinet/g)?.length, 1);
});

for (const { at, recordType, message, conversation } of [{ at: 'N/record.attach', recordType: undefined, message: '9301', conversation: '604' }, { at: 'record.save', recordType: 'customrecord_rcns_message', message: '9302', conversation: '605' }]) {
  test(`killed before ${at}, the next try completes it`, async () => {
    const call = await logged(message, conversation);
    const hold = harbor.control.hold({ at, script: 'customscript_rcns_service', count: 1, ...(recordType !== undefined && { recordType }) });
    const killed = keep(message).catch(() => null);
    await harbor.control.waitHeld(hold);
    await killed;
    harbor.control.release(hold);
    assert.doesNotMatch(await line(message), /File Cabinet/);
    assert.equal(await said(keep(message)), 'true');
    assert.match(await line(message), /File Cabinet/);
    assert.equal((await files(call)).length, 1);
  });
}

test('a group text’s picture is listed on each person’s phone call', async () => {
  const people = await harbor.control.import([
    { type: 'customer', values: { companyname: 'Whitfield Chandlery', isperson: false, phone: '(207) 555-0134' } },
    { type: 'customer', values: { companyname: 'Monhegan Ferry', isperson: false, phone: '(207) 555-0177' } },
  ]);
  assert.equal(people.length, 2);
  await logged('9401', '606', { direction: 'Inbound', from: dana, to: [ours, { number: '+12075550177', name: null }] });
  assert.equal(await said(keep('9401')), 'true');
  const calls = (await harbor.rows("SELECT id FROM phonecall WHERE custevent_rcns_conversation LIKE '606:%'")).map(({ id }) => Number(id));
  assert.equal(calls.length, 2);
  for (const call of calls) assert.deepEqual((await files(call)).map(({ name }) => name), ['310001-9401-94011.jpg']);
});

test('nobody brings a picture to a colleague’s message, or to one that is not there', async () => {
  await logged('9501', '607');
  assert.equal(await said(keep('9501', {}, theo)), 'NOT_YOURS message');
  assert.equal(await said(keep('777777')), 'false');
  assert.equal((await maria.asks('service', { action: 'keep-picture', messageId: '9501', extensionId: '310001', attachmentId: '95011', contents: ramp.toString('base64') })).error?.code, 'BAD_TOKEN');
  assert.equal(await said(keep('9501', { contents: 'A'.repeat(9_333_340) })), 'TOO_LARGE contents');
  assert.equal(await said(keep('9501', { contents: '<script>' })), 'BAD_REQUEST contents');
});

test('what a sender calls a picture decides nothing: no page or script of theirs is stored as one', async () => {
  const named = '../../evil.html (image/png) https://media.ringcentral.com/content/96011 in the File Cabinet: https://evil.example/x\nmore.js';
  const call = await logged('9601', '608', { attachments: [attachment('9601', { name: named, type: 'text/html' })] });
  assert.equal((await line('9601')).split('\n').length, 1);
  assert.equal(await said(keep('9601', { contents: Buffer.from('<script>alert(1)</script>').toString('base64') })), 'true');
  const [file] = await files(call);
  assert.equal(file?.name, '310001-9601-96011.bin');
  const opened = await ada.send(file?.link ?? '', {});
  assert.deepEqual([opened.headers['content-type'], opened.headers['x-content-type-options']], ['application/octet-stream', 'nosniff']);
});

test('a folder that somebody deleted is said so, and made anew when the choice is saved again', async () => {
  await logged('9701', '609');
  await harbor.run("search.create({ type: 'folder', filters: [], columns: [] }).run().getRange({ start: 0, end: 9 }).forEach(function (row) { record.delete({ type: 'folder', id: row.id }); });");
  assert.equal(await said(keep('9701')), 'NOT_SET_UP folder');
  await choose('files');
  assert.equal(await said(keep('9701')), 'true');
});
