import { openHarbor, signIn } from '../__tests__/emulators/product/harbor.ts';
import { until } from '../__tests__/journeys/steps/until.ts';
import type { CallReport } from '../src/core/calls/to-log.ts';
import type { Bench } from './bench.ts';
import { rounded } from './figure.ts';
import { openTab } from './tab-without-browser.ts';

const people = 50;
const patienceMs = 120_000;

const emailOf = (who: number): string => `agent${who}@harbor.example`;
const reportOf = (who: number): CallReport => ({
  telephonySessionId: `s-5701a${who}`, extensionId: String(320_000 + who), direction: 'Inbound', outcome: 'Completed', reason: null, from: { number: `+1802555${String(1000 + who)}`, name: null }, to: { number: '+14155550101', name: null },
  startedAt: Date.now() - 60_000, talkSeconds: 55, ringSeconds: 5, queue: 'Support', notes: null, disposition: null, person: null, quality: null,
});

/** Fifty people hang up in the same second, in an account that runs five RESTlets at once. */
export const storm: Bench = {
  ids: ['storm.records', 'storm.slowest_ms'],
  async measure() {
    const harbor = await openHarbor({}, {}, {
      users: Array.from({ length: people }, (_, who) => ({ email: emailOf(who), password: 'lighthouse keeper', firstName: `Agent ${who}`, lastName: 'Harbor', roles: ['customrole_rcns_member'] })),
    });
    try {
      const tabs = [];
      for (let who = 0; who < people; who += 1) {
        const line = openTab(harbor.accountId, await signIn(harbor, emailOf(who)));
        await line.connects();
        tabs.push({ who, line });
      }
      const times = await Promise.all(tabs.map(async ({ who, line }, index) => {
        await new Promise((resolve) => { setTimeout(resolve, (index * 1_000) / people); });
        const hungUp = performance.now();
        line.ends('call', reportOf(who));
        await until('the log is acknowledged', () => line.outbox.logged('call')?.status === 'saved', patienceMs);
        return performance.now() - hungUp;
      }));
      for (const { line } of tabs) await line.close();
      const rows = await harbor.rows("SELECT COUNT(*) AS records FROM phonecall WHERE custevent_rcns_queue = 'Support'");
      return [
        { id: 'storm.records', what: `records of ${people} people who hang up in the same second, five RESTlets at once`, value: Number(rows[0]?.['records']), unit: 'records' },
        { id: 'storm.slowest_ms', what: 'of these, hang-up to saved record, the slowest', value: rounded(Math.max(...times)), unit: 'ms' },
      ];
    } finally {
      await harbor.close();
    }
  },
};
