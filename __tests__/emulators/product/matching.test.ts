import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callLog, doors, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';
import { textLog, type TextsSaid } from './text-log.ts';

let harbor: Harbor;
let maria: Visitor;

before(async () => {
  harbor = await openHarbor({}, {}, {
    features: { JOBS: true, SUBSIDIARIES: true },
    subsidiaries: [{ name: 'Harbor Light Supply Inc.', country: 'US' }, { name: 'Harbor Light Supply Ltd', country: 'GB' }],
    entityFields: [{ id: 'custentity_direct_line', label: 'Direct line', type: 'PHONE', appliesTo: ['customer', 'contact'] }, { id: 'custentity_site_phone', label: 'Site phone', type: 'PHONE', appliesTo: ['job'] }],
  });
  maria = await signIn(harbor, 'maria@harbor.example');
});
after(() => harbor.close());

type Values = Record<string, string | number | boolean | null>;
const made = async (type: string, values: Values) => Number((await harbor.control.import([{ type, values: { subsidiary: 1, ...values } }]))[0]?.id);
const company = (companyname: string, values: Values = {}) => made('customer', { companyname, isperson: false, ...values });
const whoIs = async (number: string, who = maria) => ((await who.asks('api', { action: 'who-is', numbers: [number] })).value?.['found'] as { kind: string; person?: { type: string; id: number; name: string } }[])[0];
const indexOf = (type: string, id: number) => harbor.rows('SELECT custrecord_rcns_ix_field AS field, custrecord_rcns_ix_number AS number_ FROM customrecord_rcns_phone_index WHERE custrecord_rcns_ix_type = ? AND custrecord_rcns_ix_entity = ? ORDER BY id', type, id);
const nightly = (days = 3) => harbor.control.runTask({ scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index', params: { custscript_rcns_index_days: String(days) } });
const linked = async (session: string) => (await harbor.rows('SELECT company, contact, title FROM phonecall WHERE custevent_rcns_session = ?', session))[0];

/** As the phone does: under the user's own role first, then for the company. */
async function remembers(number: string, id: number, who = maria) {
  const headers = { 'x-rcns-token': await who.token() };
  await who.asks('api', { action: 'see-person', person: { type: 'customer', id } }, headers);
  return who.asks('service', { action: 'remember-choice', number, person: { type: 'customer', id } }, headers);
}

test("a number typed oddly into an administrator's own field is matched, in an inline edit too", async () => {
  const acme = await company('Acme Marine', { custentity_direct_line: '０２０ 7031 3000 / (802) 555-0101', country: 'GB' });
  assert.deepEqual((await indexOf('customer', acme)).map((row) => row['number_']), ['+442070313000', '+18025550101']);
  assert.equal((await whoIs('+44 20 7031 3000'))?.person?.id, acme);
  await harbor.run(`record.submitFields({ type: 'customer', id: ${acme}, values: { custentity_direct_line: '802.555.0102' } });`);
  assert.deepEqual((await indexOf('customer', acme)).map((row) => row['number_']), ['+18025550102']);
  assert.equal((await whoIs('+18025550101'))?.kind, 'nobody');
});

test('a national number is at home where its owner is: by address, else by subsidiary, else with the company', async () => {
  const paris = await company('Atelier Dubois', { phone: '01 42 68 53 00', country: 'FR' });
  const london = await company('Thames Rowing', { phone: '020 7031 3001', subsidiary: 2 });
  const home = await company('Lake Champlain Ferries', { phone: '(802) 555-0103' });
  for (const [number, id] of [['+33142685300', paris], ['+442070313001', london], ['+18025550103', home]] as const) assert.equal((await whoIs(number))?.person?.id, id, number);
});

test('a project is found by a phone field of its own, and its calls are linked to it', async () => {
  const owner = await company('Otter Creek Mills', { phone: '802-555-0110' });
  const project = await made('job', { companyname: 'Loading dock', parent: owner, custentity_site_phone: '802 555 0111' });
  await harbor.run(`record.load({ type: 'customer', id: ${owner} }).save();`);
  const ada = await signIn(harbor, 'ada@harbor.example');
  assert.deepEqual((await whoIs('+18025550111', ada))?.person?.id, project);
  await ada.logs(callLog('s-m001', { to: { number: '+18025550111', name: null } }));
  assert.equal((await linked('s-m001'))?.['company'], project);
});

test('a colleague is known by extension from the moment the extension is bound, and no more when it is bound to another', async () => {
  await maria.asks('service', { action: 'bind-extension', extensionId: '310001', extensionNumber: '102' }, { 'x-rcns-token': await maria.token() });
  assert.deepEqual((await whoIs('102'))?.person?.id, maria.id);
  await harbor.run("var row = query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_extension' }).asMappedResults()[0]; record.submitFields({ type: 'customrecord_rcns_extension', id: row.id, values: { custrecord_rcns_ext_employee: " + String(await harbor.employee('theo@harbor.example')) + ' } });');
  assert.equal((await whoIs('102'))?.person?.id, await harbor.employee('theo@harbor.example'));
});

test('two customers that were merged are one again after the nightly run', async () => {
  const kept = await company('Birch & Sons', { phone: '802-555-0120' });
  const double = await company('Birch and Sons', { phone: '802-555-0121' });
  await harbor.control.merge('customer', double, kept);
  assert.equal((await indexOf('customer', double)).length, 1, 'no event told of it');
  assert.equal((await whoIs('+18025550121'))?.kind, 'nobody', 'and nobody is named who is not there');
  await nightly();
  assert.deepEqual(await indexOf('customer', double), []);
  assert.equal((await whoIs('+18025550120'))?.person?.id, kept);
});

test('the index as rebuilt is the index as kept, custom fields, projects and extensions included', async () => {
  const all = () => harbor.rows('SELECT custrecord_rcns_ix_type AS type_, custrecord_rcns_ix_entity AS entity, custrecord_rcns_ix_field AS field, custrecord_rcns_ix_number AS number_, custrecord_rcns_ix_rank AS rank_ FROM customrecord_rcns_phone_index ORDER BY 1, 2, 3, 4');
  const kept = await all();
  await harbor.run("query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_phone_index' }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_phone_index', id: row.id }); });");
  await nightly();
  assert.deepEqual(await all(), kept);
  assert.ok(kept.length > 6);
});

test('a number that two customers share belongs to whom somebody chose, for everybody who may see them, until an administrator deletes the choice', async () => {
  const one = await company('Twin Pines Lodge', { phone: '802-555-0130' });
  const other = await company('Twin Pines Campground', { phone: '(802) 555-0130' });
  assert.equal((await whoIs('+18025550130'))?.kind, 'several');
  const choose = (id: number) => remembers('+1 802 555 0130', id);
  await Promise.all([choose(one), choose(one)]);
  assert.equal((await whoIs('+18025550130'))?.person?.id, one);
  await choose(other);
  const theo = await signIn(harbor, 'theo@harbor.example');
  assert.equal((await whoIs('+18025550130', theo))?.person?.id, other);
  await maria.logs(callLog('s-m010', { to: { number: '+18025550130', name: null } }));
  assert.equal((await linked('s-m010'))?.['company'], other, 'the record is matched so too');
  const rosa = await signIn(harbor, 'rosa@harbor.example');
  assert.equal((await whoIs('+18025550130', rosa))?.kind, 'nobody', 'and nobody is told more than NetSuite shows them');
  const rows = await harbor.rows('SELECT id FROM customrecord_rcns_choice');
  assert.equal(rows.length, 1);
  await harbor.run(`record.delete({ type: 'customrecord_rcns_choice', id: ${Number(rows[0]?.['id'])} });`);
  assert.equal((await whoIs('+18025550130'))?.kind, 'several');
});

test('nobody is remembered who does not exist, whom the role does not show, or whom the user was not shown', async () => {
  const hidden = await company('Tidal Mill');
  const rosa = await signIn(harbor, 'rosa@harbor.example');
  for (const said of [await remembers('802-555-0135', 999_999), await remembers('802-555-0135', hidden, rosa)]) assert.deepEqual(said.error, { code: 'FORBIDDEN', detail: 'person' });
  const unasked = await maria.asks('service', { action: 'remember-choice', number: '802-555-0135', person: { type: 'customer', id: hidden } }, { 'x-rcns-token': await maria.token() });
  assert.equal(unasked.error?.code, 'FORBIDDEN');
  assert.equal((await whoIs('+18025550135'))?.kind, 'nobody');
});

test('who was chosen anew for a call takes the place of who was linked first, whichever log comes last', async () => {
  const [right, wrong] = [await company('Bristol Bakers'), await company('Bristol Bankers')];
  const to = { number: '+18025550137', name: null };
  const chosen = (id: number, at?: number) => callLog('s-m015', { to, person: { type: 'customer', id, ...(at !== undefined && { at }) } });
  for (const [person, at] of [[wrong, undefined], [right, 2_000], [wrong, 1_000], [wrong, undefined]] as const) await maria.logs(chosen(person, at));
  assert.equal((await linked('s-m015'))?.['company'], right);
  assert.match(String((await linked('s-m015'))?.['title']), /Bristol Bakers/);
  const ada = await signIn(harbor, 'ada@harbor.example');
  const [owner, site] = [await company('Bristol Falls Inn'), await made('job', { companyname: 'New kitchen', parent: right })];
  for (const person of [{ type: 'customer', id: owner }, { type: 'job', id: site, at: 3_000 }]) await ada.logs(callLog('s-m016', { to, person }));
  assert.equal((await linked('s-m016'))?.['company'], site, 'a project too');
});

test('calls of an unknown number are linked when it has a name, sixty and more, and never a link that somebody emptied', async () => {
  const to = { number: '+18025550140', name: null };
  for (let first = 0; first < 70; first += 35) await maria.logs(...Array.from({ length: 35 }, (_, index) => callLog(`s-m1${100 + first + index}`, { to })));
  const asked = async (number: string | null) => ((await maria.asks('api', { action: 'unlinked-calls', number })).value?.['numbers'] as { number: string; records: number[] }[]);
  assert.deepEqual((await asked(null)).map(({ number, records }) => [number, records.length]), [['+18025550140', 70]]);
  const ida = await made('contact', { firstname: 'Ida', lastname: 'Berg' });
  await maria.logs(callLog('s-m1999', { to, person: { type: 'contact', id: ida } }));
  const emptied = Number((await harbor.rows('SELECT id FROM phonecall WHERE custevent_rcns_session = ?', 's-m1999'))[0]?.['id']);
  await harbor.run(`record.submitFields({ type: 'phonecall', id: ${emptied}, values: { contact: '' } });`, 'maria@harbor.example');
  const token = await maria.token();
  const link = async () => (await maria.asks('api', { action: 'link-calls', number: '+18025550140', person: { type: 'contact', id: ida } }, { 'x-rcns-token': token })).value as { linked: number; left: number; kept: number };
  const rounds = [await link()];
  while ((rounds.at(-1)?.left ?? 0) > 0) rounds.push(await link());
  assert.equal(rounds.reduce((sum, { linked: count }) => sum + count, 0), 70);
  assert.ok(rounds.length > 1, 'units of one request do not reach for all');
  assert.deepEqual(await link(), { linked: 0, left: 0, kept: 1 });
  assert.equal((await harbor.rows('SELECT id FROM phonecall WHERE contact = ?', ida)).length, 70);
  const stranger = await maria.asks('api', { action: 'link-calls', number: '+18025550140', person: { type: 'contact', id: 999_999 } }, { 'x-rcns-token': token });
  assert.equal(stranger.error?.code, 'FORBIDDEN');
});

test('people are found by a part of their names, whatever else is typed', async () => {
  const found = async (text: string, who = maria) => ((await who.asks('api', { action: 'search-people', text })).value?.['people'] as { name: string; type: string }[]).map(({ name, type }) => `${type} ${name}`);
  assert.deepEqual(await found('pines'), ['customer Twin Pines Campground', 'customer Twin Pines Lodge']);
  assert.deepEqual(await found('ida be'), ['contact Ida Berg']);
  assert.deepEqual(await found('100%'), []);
  assert.deepEqual(await found("O'Neil; DROP"), []);
  assert.deepEqual(await found('__'), []);
  assert.deepEqual(await found('pines', await signIn(harbor, 'rosa@harbor.example')), []);
});

test('among dozens whose names hold a text, who is called just so comes first, and is found before a second one is made', async () => {
  const named = (companyname: string) => ({ type: 'customer', values: { subsidiary: 1, companyname, isperson: false } });
  await harbor.control.import([...Array.from({ length: 30 }, (_, at) => named(`Elmore Cabin ${at + 1}`)), named('The Elm'), named('Elm')]);
  const found = (await maria.asks('api', { action: 'search-people', text: 'elm' })).value?.['people'] as { name: string }[];
  assert.equal(found[0]?.name, 'Elm');
  const lead = { action: 'create-person', kind: 'lead', firstName: '', lastName: '', companyName: 'ELM', company: null, phone: '802-555-0160', email: '', although: false };
  const said = (await maria.asks('api', lead, { 'x-rcns-token': await maria.token() })).value as { there?: { name: string }[] };
  assert.deepEqual(said.there?.map(({ name }) => name), ['Elm']);
});

test('a new lead is known by its number at once, for the choice stands in until the night indexes it, and one that is there already is shown before it is made twice', async () => {
  const token = await maria.token();
  const lead = { action: 'create-person', kind: 'lead', firstName: '', lastName: '', companyName: 'Sugarbush Cabins', company: null, phone: '802.555.0150', email: 'stay@sugarbush.example', although: false };
  const create = async (more: object) => (await maria.asks('api', { ...lead, ...more }, { 'x-rcns-token': token })).value as { made: boolean; person?: { id: number }; there?: { name: string }[] };
  const created = await create({});
  assert.equal(created.made, true);
  await remembers('802.555.0150', Number(created.person?.id));
  assert.equal((await whoIs('+18025550150'))?.person?.id, created.person?.id);
  assert.deepEqual((await create({ companyName: 'SUGARBUSH cabins', phone: '802-555-0151' })).there?.map(({ name }) => name), ['Sugarbush Cabins']);
  assert.deepEqual((await create({ companyName: 'Quite Another', phone: '+1 802 555 0150' })).there?.map(({ name }) => name), ['Sugarbush Cabins']);
  assert.equal((await create({ companyName: 'Sugarbush Cabins', although: true, phone: '802-555-0152' })).made, true);
  const contact = await create({ kind: 'contact', firstName: 'Lena', lastName: 'Moss', companyName: '', company: { type: 'customer', id: created.person?.id }, phone: '802-555-0153' });
  assert.equal(contact.made, true);
  const mallory = await create({ companyName: '<img src=x onerror=alert(1)>', phone: '802-555-0154' });
  assert.equal(mallory.made, true);
});

test('an account that takes no project as the company of a phone call loses no call: the project’s customer is linked', async () => {
  const narrow = await openHarbor({ projectsOnPhoneCalls: false }, {}, { features: { JOBS: true } });
  try {
    const ada = await signIn(narrow, 'ada@harbor.example');
    const owner = Number((await narrow.control.import([{ type: 'customer', values: { companyname: 'Otter Creek Mills', isperson: false } }]))[0]?.id);
    await narrow.control.import([{ type: 'job', values: { companyname: 'Loading dock', parent: owner, phone: '802 555 0111' } }]);
    const said = await ada.logs(callLog('s-m020', { to: { number: '+18025550111', name: null } }));
    assert.equal(said.results?.[0]?.status, 'created');
    assert.equal((await narrow.rows('SELECT company FROM phonecall WHERE custevent_rcns_session = ?', 's-m020'))[0]?.['company'], owner);

    const dock = Number((await narrow.control.import([{ type: 'job', values: { companyname: 'Second dock', parent: owner } }]))[0]?.id);
    await ada.logs(callLog('s-m021', { to: { number: '+18025550112', name: null } }));
    const linked = await ada.asks('api', { action: 'link-calls', number: '+18025550112', person: { type: 'job', id: dock } }, { 'x-rcns-token': await ada.token() });
    assert.deepEqual(linked.value, { linked: 1, left: 0, kept: 0 });
    assert.equal((await narrow.rows('SELECT company FROM phonecall WHERE custevent_rcns_session = ?', 's-m021'))[0]?.['company'], owner);

    const companyOf = async (session: string): Promise<unknown> => (await narrow.rows('SELECT company FROM phonecall WHERE custevent_rcns_session = ?', session))[0]?.['company'];
    const late = callLog('s-m022', { to: { number: '+18025550113', name: null } });
    await ada.logs(late);
    await narrow.control.import([{ type: 'job', values: { companyname: 'Third dock', parent: owner, phone: '802 555 0113' } }]);
    assert.equal((await ada.logs({ ...late, recordingUrl: 'https://media.example.com/r/22' })).results?.[0]?.status, 'completed', 'what comes late is kept although the project is refused');
    assert.equal(await companyOf('s-m022'), owner);

    await narrow.control.import([{ type: 'job', values: { companyname: 'Own yard', phone: '802 555 0114' } }]);
    assert.equal((await ada.logs(callLog('s-m023', { to: { number: '+18025550114', name: null } }))).results?.[0]?.status, 'created', 'a project of nobody loses no call either');
    assert.equal(await companyOf('s-m023'), null);

    const byHand = await narrow.run("var call = record.create({ type: 'phonecall' }); call.setValue({ fieldId: 'title', value: 'Chat' }); call.setValue({ fieldId: 'phone', value: '802 555 0111' }); return call.save();", 'ada@harbor.example');
    assert.equal((await narrow.rows('SELECT company FROM phonecall WHERE id = ?', Number(byHand)))[0]?.['company'], owner, 'nor does it stop a phone call that somebody makes by hand');

    const body = JSON.stringify({ account: narrow.accountId, user: ada.id, calls: [], texts: [textLog('8801', '77001', { from: { number: '+18025550111', name: null } })] });
    const { textResults } = JSON.parse((await ada.send(doors.calls, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).body) as TextsSaid;
    assert.equal(textResults?.[0]?.status, 'created');
    assert.equal((await narrow.rows('SELECT company FROM phonecall WHERE custevent_rcns_conversation LIKE ?', '77001:%'))[0]?.['company'], owner, 'of a text too');
  } finally {
    await narrow.close();
  }
});
