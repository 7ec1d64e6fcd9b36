import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { doors, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

const hostile = '</script><img src=x onerror=alert(1)>"\'\u2028';
let harbor: Harbor;
let mallory: Visitor;

before(async () => {
  harbor = await openHarbor({}, { custscript_rcns_timings: hostile, custscript_rcns_rec_timings: `{"dialGiveUpMs":"${hostile}"}`, custscript_rcns_line_from: hostile, custscript_rcns_rec_line_from: hostile });
  mallory = await signIn(harbor, 'mallory@harbor.example');
});
after(() => harbor.close());

/** The boot data of a page, read as a browser does: the element ends at the first end tag. */
const bootOf = (html: string): Record<string, unknown> => JSON.parse(/<script type="application\/json" id="rcns-boot"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as Record<string, unknown>;

test('a user’s name and the script’s parameters cannot leave the boot data of the phone’s page', async () => {
  const page = await mallory.get(doors.app);
  const boot = bootOf(page.body);
  assert.deepEqual(boot['user'], { id: mallory.id, name: '</script><script>alert(1)</script> "O\'Mal' });
  assert.equal(boot['timings'], null, 'durations that are none do not count');
  assert.equal(page.body.match(/<script/g)?.length, 2, 'the boot data and the app, no third');
  assert.doesNotMatch(page.body, /onerror=/);
});

test('a record’s name and numbers cannot leave the boot data of its page', async () => {
  const [row] = await harbor.control.import([{ type: 'customer', values: { companyname: hostile, isperson: false, phone: '</script><b>12025550131' } }]);
  const page = await mallory.get(`/app/common/entity/custjob.nl?id=${row?.id}`);
  assert.deepEqual((bootOf(page.body)['record'] as { phones: unknown[] }).phones, [{ field: 'phone', label: 'Phone', value: '</script><b>12025550131' }]);
  assert.doesNotMatch(page.body, /<img src=x|<b>1202/);
});

test('the phone’s page runs no script but its own, is framed by nobody else and is kept by no cache', async () => {
  const { headers, body } = await mallory.get(doors.app);
  const policy = String(headers['content-security-policy']);
  const nonce = /'nonce-([0-9a-zA-Z]{16,})'/.exec(policy)?.[1];
  assert.ok(nonce);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  for (const directive of ["default-src 'none'", "connect-src 'self'", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'none'"]) assert.ok(policy.includes(directive), directive);
  for (const [tag] of body.matchAll(/<script[^>]*>/g)) assert.ok(tag.includes(`nonce="${nonce}"`), tag);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.notEqual(/'nonce-(\w+)'/.exec(String((await mallory.get(doors.app)).headers['content-security-policy']))?.[1], nonce, 'a nonce is used once');
});

test('the page that sign-in comes back to tells its code to nobody', async () => {
  const { headers, body } = await mallory.get(`${doors.redirect}&code=${encodeURIComponent('secret-code"><script>alert(1)</script>')}&state=my-state`);
  assert.doesNotMatch(body, /secret-code|my-state|alert/);
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['cache-control'], 'no-store');
  assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'nonce-\w+'; style-src 'nonce-\w+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
  assert.doesNotMatch(body, /(?:src|href|action)=/, 'nothing is loaded, so nothing is sent');
  assert.match(body, /history\.replaceState\(null,"",location\.pathname\).*postMessage/s, 'the address is cleaned before anything else');
  assert.doesNotMatch(JSON.stringify(harbor.control.logs()), /secret-code|my-state/);
});

for (const [who, email] of [['an administrator', 'ada@harbor.example'], ['a sales rep', 'rosa@harbor.example'], ['somebody in support', 'dora@harbor.example']] as const) {
  test(`${who} finds the phone in the menu of their own centre, once`, async () => {
    const person = await signIn(harbor, email);
    const nav = /<nav[^>]*>.*?<\/nav>/s.exec((await person.get('/app/center/card.nl?sc=-29')).body)?.[0] ?? '';
    const links = [...nav.matchAll(/<a [^>]*href="([^"]+)"[^>]*>RingCentral Phone<\/a>/g)];
    assert.equal(links.length, 1);
    assert.match((await person.get(String(links[0]?.[1]).replaceAll('&amp;', '&'))).body, /id="rcns-boot"/);
  });
}

test('nobody sees any of it without signing in', async () => {
  const stranger = await signIn(harbor, 'nobody@harbor.example');
  for (const address of Object.values(doors)) {
    const { status, body } = await stranger.get(address);
    assert.ok(status >= 300, address);
    assert.doesNotMatch(body, /rcns-boot|"ok"/);
  }
});
