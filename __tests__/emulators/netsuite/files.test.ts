import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow, signedIn } from './willow.ts';

let willow: Emulator;
let call = 0;
const clerk = { email: 'cleo@willow.example', role: 'customrole_clerk' };
const desk = { email: 'ben@willow.example', role: 'customrole_desk' };
/** A dot of a picture: PNG's own mark, and bytes that are no text. */
const dot = Buffer.from('89504e470d0a1a0a00ff00fe', 'hex');

before(async () => {
  willow = await openWillow();
  call = await script("const made = record.create({ type: 'phonecall' }); made.setValue('title', 'About the hedge'); return made.save();");
});
after(() => willow.close());

const script = async <T = unknown>(body: string, as: { email: string; role?: string } = clerk): Promise<T> =>
  await willow.control.run(`define(['N/record', 'N/search', 'N/file', 'N/query', 'N/runtime'], (record, search, file, query, runtime) => ({ run() { ${body} } }))`, { as, executionContext: 'SUITELET' }) as T;
const folderNamed = (name: string, more = '', as?: typeof clerk): Promise<number> => script(`const folder = record.create({ type: record.Type.FOLDER }); folder.setValue('name', '${name}'); ${more} return folder.save();`, as);
const picture = (folder: number, content = dot, name = 'hedge.png', as?: typeof clerk): Promise<number> =>
  script(`return file.create({ name: '${name}', fileType: file.Type.PNGIMAGE, contents: '${content.toString('base64')}', folder: ${folder} }).save();`, as);
const failing = (code: string) => (error: Error): boolean => {
  assert.equal(error.name, code, error.message);
  return true;
};

test('a folder is made once, found by its name, and a second one of that name in the same place is refused', async () => {
  const garden = await folderNamed('Garden');
  await assert.rejects(folderNamed('garden'), failing('FOLDER_ALREADY_EXISTS'));
  const inside = await folderNamed('Garden', `folder.setValue('parent', ${garden});`);
  assert.deepEqual(await script("return search.create({ type: search.Type.FOLDER, filters: [['name', 'is', 'Garden'], 'and', ['parent', 'anyof', '@NONE@']], columns: ['name'] }).run().getRange({ start: 0, end: 9 }).map(({ id }) => Number(id));"), [garden]);
  assert.notEqual(inside, garden);
  await assert.rejects(script(`const folder = record.load({ type: 'folder', id: ${garden} }); folder.setValue('name', 'Yard'); folder.save();`), failing('NotEmulated'));
  await script(`const folder = record.load({ type: 'folder', id: ${garden} }); folder.setValue('isprivate', true); folder.save();`);
  await assert.rejects(folderNamed('Ben’s', '', desk), failing('INSUFFICIENT_PERMISSION'));
});

test('a file of the same name in the same folder is replaced and keeps its id; bytes come out as they went in', async () => {
  const folder = await folderNamed('Hedges');
  const first = await picture(folder);
  const trimmed = Buffer.concat([dot, Buffer.from([1, 2, 3])]);
  assert.equal(await picture(folder, trimmed), first);
  assert.notEqual(await picture(await folderNamed('Other hedges')), first);
  assert.deepEqual(
    await script(`const kept = file.load({ id: 'Hedges/hedge.png' }); return { id: kept.id, contents: kept.getContents(), folder: kept.folder, path: kept.path, type: kept.fileType, size: kept.size, text: kept.isText };`),
    { id: first, contents: trimmed.toString('base64'), folder, path: 'Hedges/hedge.png', type: 'PNGIMAGE', size: 15, text: false },
  );
  await assert.rejects(picture(99_999), failing('INVALID_KEY_OR_REF'));
  await assert.rejects(script("file.create({ name: 'a.png', fileType: 'PNGIMAGE', contents: 'AAAA' }).save();"), failing('SSS_MISSING_REQD_ARGUMENT'));
  await assert.rejects(picture(folder, dot, 'b.png', desk), failing('INSUFFICIENT_PERMISSION'));
  await assert.rejects(script(`file.create({ name: 'a.png', fileType: 'JAVASCRIPT', contents: 'AAAA', folder: ${folder} });`), failing('NotEmulated'));
  await assert.rejects(script(`file.create({ name: 'a.png', fileType: 'PNGIMAGE', contents: '<svg>', folder: ${folder} });`), failing('INVALID_FILE_ENCODING'));
  await assert.rejects(script(`file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: 'x', folder: ${folder}, isOnline: true });`), failing('NotEmulated'));
});

test('two saves of one name at the same moment make one file', async () => {
  const folder = await folderNamed('Races');
  const hold = willow.control.hold({ at: 'file.save' });
  const both = [picture(folder), picture(folder)];
  await willow.control.waitHeld(hold, 2);
  willow.control.release(hold);
  const [one, other] = await Promise.all(both);
  assert.equal(one, other);
});

test('an attached file is listed on the record’s page, once, and opens there; detached it is listed no more', async () => {
  const id = await picture(await folderNamed('Calls'), dot, 'call.png');
  const attach = (verb = 'attach', where = 'to', as?: typeof clerk): Promise<unknown> => script(`const before = runtime.getCurrentScript().getRemainingUsage(); record.${verb}({ record: { type: 'file', id: ${id} }, ${where}: { type: 'phonecall', id: ${call} } }); return before - runtime.getCurrentScript().getRemainingUsage();`, as);
  assert.equal(await attach(), 10);
  await attach();
  const cleo = await signedIn(willow, clerk.email);
  const page = (await cleo.get(`/app/crm/calendar/call.nl?id=${call}`)).body;
  assert.equal(page.match(/>call\.png</g)?.length, 1);
  const link = /href="(\/core\/media\/media\.nl[^"]+)"[^>]*>call\.png</.exec(page)?.[1]?.replace(/&amp;/g, '&') ?? '';
  const opened = await cleo.get(link);
  assert.equal(opened.headers['content-type'], 'image/png');
  assert.deepEqual(opened.bytes, dot);
  await assert.rejects(attach('attach', 'to', { email: 'rue@willow.example', role: 'customrole_reader' }), failing('INSUFFICIENT_PERMISSION'));
  await assert.rejects(attach('attach', 'to', desk), failing('INSUFFICIENT_PERMISSION'));
  await assert.rejects(script(`record.attach({ record: { type: 'contact', id: 1 }, to: { type: 'customer', id: 2 } });`), failing('NotEmulated'));
  await attach('detach', 'from');
  assert.doesNotMatch((await cleo.get(`/app/crm/calendar/call.nl?id=${call}`)).body, /call\.png/);
});

test('who may not see Documents and Files, or not that folder, is shown no file; what a project deployed everybody is', async () => {
  const attached = async (name: string, more = ''): Promise<void> => void (await script(`record.attach({ record: { type: 'file', id: ${await picture(await folderNamed(name, more), dot, `${name}.png`)} }, to: { type: 'phonecall', id: ${call} } });`));
  await attached('open');
  await attached('locked', "folder.setValue('isprivate', true);");
  const seen = async (email: string): Promise<string[]> => {
    const { body } = await (await signedIn(willow, email)).get(`/app/crm/calendar/call.nl?id=${call}`);
    return ['open.png', 'locked.png'].filter((name) => body.includes(`>${name}<`));
  };
  assert.deepEqual(await seen(clerk.email), ['open.png', 'locked.png']);
  assert.deepEqual(await seen('ada@willow.example'), ['open.png', 'locked.png']);
  assert.deepEqual(await seen('rue@willow.example'), ['open.png']);
  const url = await script<string>("return file.load({ id: 'locked/locked.png' }).url;");
  assert.equal((await (await signedIn(willow, 'rue@willow.example')).get(url)).status, 404);
  assert.equal((await (await signedIn(willow, 'gil@willow.example')).get(url)).status, 404);
  await assert.rejects(script("file.load({ id: 'open/open.png' });", { email: 'gil@willow.example', role: 'customrole_guest' }), failing('INSUFFICIENT_PERMISSION'));
  const deployed = await script<string>("return file.load({ id: '/SuiteScripts/acme/greeting.js' }).url;");
  assert.equal((await (await signedIn(willow, 'gil@willow.example')).get(deployed)).status, 200);
});
