import { createCompany } from '../../../src/browser/line/account/company.ts';
import { logEverything } from '../../../src/core/calls/wants-logging.ts';
import type { CompanyForMembers } from '../../../src/wire/settings/company-for-members.ts';
import { createMemoryStore } from './fakes.ts';
import { createHandClock, settled } from './hand-clock.ts';

const setUp: CompanyForMembers = { setUp: true, clientId: 'client-1', server: 'https://platform.ringcentral.com', redirectUri: 'https://4321098.app.netsuite.com/back', testServer: false, logging: { whatToLog: logEverything, dispositions: ['Reached'], pictures: 'links' }, hasCallCard: false };
const another: CompanyForMembers = { ...setUp, clientId: 'client-2' };

function open(store = createMemoryStore()) {
  const clock = createHandClock();
  const adopted: [string | null, string | null][] = [];
  let answer: CompanyForMembers | Error = setUp;
  let asked = 0;
  const company = createCompany({
    environment: { clock, random: () => 0.5 },
    timings: { longestRetryMs: 60_000 },
    netsuite: { company: async () => { asked += 1; if (answer instanceof Error) throw answer; return answer; } },
    store,
    name: 'company:4321098',
    adopt: async (next, before) => void adopted.push([next.clientId, before?.clientId ?? null]),
  });
  return { company, clock, adopted, store, asked: () => asked, answerWith: (next: CompanyForMembers | Error) => (answer = next) };
}

describe('the company’s settings', () => {
  it('are adopted as they were last, before NetSuite has answered, and then as it says', async () => {
    const first = open();
    first.company.begin(Promise.resolve(true));
    await settled();
    const line = open(first.store);
    line.answerWith(another);
    line.company.begin(Promise.resolve(true));
    await line.company.wasRead();
    expect(line.adopted).toEqual([['client-1', null], ['client-2', 'client-1']]);
    expect(line.company.current()?.clientId).toBe('client-2');
  });

  it('are nobody’s business in a browser that is another user’s', async () => {
    const line = open();
    line.company.begin(Promise.resolve(false));
    await line.company.wasRead();
    expect([line.asked(), line.adopted]).toEqual([0, []]);
  });

  it('are asked for again by a page that is loaded much later, since an administrator may have changed them', async () => {
    const line = open();
    line.company.begin(Promise.resolve(true));
    await settled();
    line.company.refresh();
    await line.clock.pass(10 * 60_000);
    line.company.refresh();
    await settled();
    expect(line.asked()).toBe(1);
    line.answerWith({ ...setUp, logging: { ...setUp.logging, dispositions: ['Sold'] } });
    await line.clock.pass(10 * 60_000);
    line.company.refresh();
    await settled();
    expect([line.asked(), line.company.current()?.logging.dispositions]).toEqual([2, ['Sold']]);
  });

  it('are asked for until NetSuite answers, and no more once the line is closed', async () => {
    const line = open();
    line.answerWith(new Error('not reachable'));
    line.company.begin(Promise.resolve(true));
    await line.clock.pass(5_000);
    expect([line.asked(), line.adopted]).toEqual([2, []]);
    line.answerWith(setUp);
    await line.clock.pass(10_000);
    expect(line.adopted).toEqual([['client-1', null]]);
    line.answerWith(new Error('not reachable'));
    await line.company.read();
    line.company.close();
    const before = line.asked();
    await line.clock.pass(60_000);
    expect(line.asked()).toBe(before);
  });
});
