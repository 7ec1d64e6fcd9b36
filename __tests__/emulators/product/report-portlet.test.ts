import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callLog, openHarbor, signIn, type Harbor } from './harbor.ts';

let harbor: Harbor;
before(async () => { harbor = await openHarbor(); });
after(() => harbor.close());

/** The portlet as it stands on somebody's dashboard, in the role they work in. */
async function portletOf(email: string): Promise<string> {
  const { body } = await (await signIn(harbor, email)).get('/app/center/card.nl?sc=-29');
  return /<section class="portlet"[^>]*aria-label="RingCentral calls">(.*?)<\/section>/s.exec(body)?.[1] ?? '';
}
const figuresOf = (html: string) => [...html.matchAll(/<dt>(.*?)<\/dt><dd><b>(.*?)<\/b>(.*?)<\/dd>/g)].map((found) => found.slice(1).join(' '));
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

test('the dashboard counts the calls of the last two weeks for whoever may see phone calls, and for nobody else', async () => {
  assert.match(await portletOf('maria@harbor.example'), /No calls were logged in the last 14 days/);
  const maria = await signIn(harbor, 'maria@harbor.example');
  const posted = await maria.logs(
    callLog('s-por1', { startedAt: ago(0), direction: 'Inbound', talkSeconds: 65 }),
    callLog('s-por2', { startedAt: ago(3), direction: 'Inbound', outcome: 'Missed', talkSeconds: 0 }),
    callLog('s-por3', { startedAt: ago(12), talkSeconds: 3_600 }),
    callLog('s-por4', { startedAt: ago(16), talkSeconds: 9_000 }),
  );
  assert.deepEqual(posted.results?.map(({ status }) => status), ['created', 'created', 'created', 'created']);

  const seen = await portletOf('maria@harbor.example');
  assert.deepEqual(figuresOf(seen), ['Calls 3 2 inbound', 'Answer rate 50 % 1 of 2', 'Talk time 1 h 01 min 20 min a call', 'Unlinked 3 100 % of calls']);
  assert.equal(seen.match(/<th scope="row">/g)?.length, 3);
  assert.doesNotMatch(seen, /<script/);
  assert.deepEqual(figuresOf(await portletOf('ada@harbor.example')), figuresOf(seen));

  const hidden = await portletOf('will@harbor.example');
  assert.match(hidden, /Your role may not see phone calls/);
  assert.deepEqual(figuresOf(hidden), []);
});
