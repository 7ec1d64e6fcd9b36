import cache = require('N/cache');
import log = require('N/log');
import query = require('N/query');
import runtime = require('N/runtime');
import { summarizeDays, type DayCounts } from '../../../src/core/reports/summary.ts';
import { render } from '../../../src/server/entries/report.portlet.ts';
import { bars } from '../../../src/server/reports/bars.ts';
import { callsPortlet } from '../../../src/server/reports/calls-portlet.ts';
import { netSuiteError } from '../account.ts';

const counts = (day: string, more: Partial<DayCounts> = {}): DayCounts => ({ day, inbound: 6, answered: 4, outbound: 2, talkSeconds: 1500, unlinked: 1, ...more });
const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
const summary = summarizeDays([counts('2026-11-20'), counts('2026-11-23', { inbound: 0, answered: 0, outbound: 1, talkSeconds: 40, unlinked: 0 })], days);
const heights = (svg: string, kind: string) => [...svg.matchAll(new RegExp(`class="${kind}"[^>]* height="([\\d.]+)"`, 'g'))].map(([, height]) => Number(height));

afterEach(() => jest.restoreAllMocks());

describe('the picture of the last days', () => {
  const svg = bars(summary.days);

  test('has a bar as high as each day’s calls, and none where nobody phoned', () => {
    const [answered] = heights(svg, 'answered');
    expect(heights(svg, 'answered')).toHaveLength(1);
    expect(heights(svg, 'unanswered')[0]).toBeCloseTo(Number(answered) / 2, 0);
    expect(heights(svg, 'outbound').map((height) => Math.round((height * 4) / Number(answered)))).toEqual([2, 1]);
  });
  test('tells each day to who points at it or hears it', () => {
    expect([...svg.matchAll(/<title>(.*?)<\/title>/g)].map(([, told]) => told)).toEqual([
      'Nov 20: 8 calls, 4 of 6 inbound answered, 2 outbound', 'Nov 21: 0 calls, 0 of 0 inbound answered, 0 outbound', 'Nov 22: 0 calls, 0 of 0 inbound answered, 0 outbound', 'Nov 23: 1 call, 0 of 0 inbound answered, 1 outbound',
    ]);
    expect(svg).toContain('aria-label="Calls per day from Nov 20 to Nov 23; the table below says the same"');
  });
  test('stays within its frame on the busiest day of a busy company', () => {
    const busy = bars(summarizeDays(days.map((day) => counts(day, { inbound: 9_731, answered: 9_000, outbound: 268 })), days).days);
    const tops = [...busy.matchAll(/<rect class="(?:answered|unanswered|outbound)"[^>]* y="([\d.-]+)"/g)].map(([, y]) => Number(y));
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(8);
  });
});

describe('the portlet of calls', () => {
  test('says answer rate, talk time and unlinked calls, and every day with calls as a row, the newest first', () => {
    const html = callsPortlet(summary);
    expect([...html.matchAll(/<dt>(.*?)<\/dt><dd><b>(.*?)<\/b>(.*?)<\/dd>/g)].map((found) => found.slice(1))).toEqual([['Calls', '9', '6 inbound'], ['Answer rate', '67 %', '4 of 6'], ['Talk time', '26 min', '3 min a call'], ['Unlinked', '1', '11 % of calls']]);
    expect([...html.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, day, cells]) => [day, ...String(cells).match(/[^<>]+(?=<\/td>)/g) ?? []])).toEqual([['Nov 23', '0', '0', '1', '40 s', '0'], ['Nov 20', '4', '2', '2', '25 min', '1']]);
  });
  test('explains itself where there are no calls', () => expect(callsPortlet(summarizeDays([], days))).toContain('No calls were logged in the last 4 days, or none that your role may see.'));
  test('carries no script and no markup from elsewhere', () => expect(callsPortlet(summarizeDays([counts('2026-11-20', { day: '<img src=x>' })], ['<img src=x>', ...days]))).not.toMatch(/<script|<img|on\w+=/));
});

describe('the portlet of calls on the dashboard', () => {
  const shown = (rights: Record<string, number>) => {
    Object.assign(runtime, { Permission: { NONE: 0, FULL: 4 } });
    jest.spyOn(cache, 'getCache').mockReturnValue({ get: ({ loader }: { loader: () => string }) => loader() } as never);
    jest.spyOn(runtime, 'getCurrentUser').mockReturnValue({ id: 101, getPermission: ({ name }: { name: string }) => rights[name] ?? 4 } as never);
    const portlet = { title: '', html: '' };
    render({ portlet } as never);
    return portlet;
  };

  test('asks nothing for a role that may not see phone calls, and says what is missing', () => {
    const asked = jest.spyOn(query, 'runSuiteQL');
    for (const right of ['LIST_CALL', 'REPO_ANALYTICS']) expect(shown({ [right]: 0 }).html).toContain('Your role may not see phone calls or may not run queries');
    expect(asked).not.toHaveBeenCalled();
  });
  test('counts nothing, rather than wrongly, for a role that may not ask what our lists mean', () => {
    const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
    jest.spyOn(query, 'runSuiteQL').mockImplementation((({ query: text }: { query: string }) => {
      if (text.includes('customlist_rcns')) throw netSuiteError('INSUFFICIENT_PERMISSION');
      return { asMappedResults: () => [{ day: '2026-11-23', calls: 4, inbound: 0, answered: 0, talk: 0, unlinked: 0 }] };
    }) as never);
    expect(shown({}).html).toContain('The calls could not be counted this time.');
    expect(logged).toHaveBeenCalledWith({ title: 'The calls are not counted on the dashboard', details: 'INSUFFICIENT_PERMISSION' });
  });
  test('opens also when NetSuite fails, and logs the code alone', () => {
    const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
    jest.spyOn(query, 'runSuiteQL').mockImplementation(() => { throw netSuiteError('UNEXPECTED_ERROR'); });
    expect(shown({})).toMatchObject({ title: 'RingCentral calls', html: expect.stringContaining('The calls could not be counted this time.') as string });
    expect(logged).toHaveBeenCalledWith({ title: 'The calls are not counted on the dashboard', details: 'UNEXPECTED_ERROR' });
  });
});
