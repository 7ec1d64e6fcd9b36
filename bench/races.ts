import { openSynced, maria, rosa, theo } from '../__tests__/emulators/product/synced.ts';
import { callLog, signIn, type Said } from '../__tests__/emulators/product/harbor.ts';
import type { CallReport } from '../src/core/calls/to-log.ts';
import type { Bench } from './bench.ts';
import { openTab } from './tab-without-browser.ts';

const hour = 3_600_000;
/** So many doors at once on two cores take their time. */
const patienceMs = 15 * 60_000;
/** As other systems send them; the tabs send batches of fifty. */
const otherBatch = 20;

interface Pair { telephonySessionId: string; extensionId: string; startedAt: number }

const reportOf = ({ telephonySessionId, extensionId, startedAt }: Pair, tab: number): CallReport => ({
  telephonySessionId, extensionId, direction: 'Inbound', outcome: tab === 0 ? null : 'Completed', reason: null, from: { number: '+18025550142', name: 'MAPLE RUN' }, to: { number: '+14155550101', name: null }, startedAt,
  talkSeconds: tab === 0 ? null : 61, ringSeconds: 5, queue: null, notes: tab === 0 ? { text: 'Asks about lanterns.', at: startedAt } : null, disposition: null, person: null, quality: null,
});

/** Every call is logged by two tabs of its user, by another system through the RESTlet, and by call sync, all at the same time. */
export const races: Bench = {
  ids: ['race.records', 'race.doubles'],
  async measure({ calls }) {
    const wanted = calls ?? 1_000;
    const company = await openSynced({ callLog: { delayMs: 0 } });
    try {
      const { harbor } = company;
      const people = [{ who: maria, email: 'maria@harbor.example' }, { who: theo, email: 'theo@harbor.example' }, { who: rosa, email: 'rosa@harbor.example' }];
      for (const { who, email } of people) await company.bind(who.id, email);
      const mapped = new Set(people.map(({ who }) => who.id));
      const now = Date.now();
      const { pairs: all } = company.ringcentral.control.seedCalls({ calls: Math.ceil(wanted * 1.6), seed: 5, from: now - 6 * hour, to: now - hour });
      const pairs = all.filter(({ extensionId }) => mapped.has(extensionId)).slice(0, wanted);
      if (pairs.length < wanted) throw new Error(`Only ${pairs.length} calls of people whom NetSuite knows.`);
      await company.switchOn(new Date(now - 24 * hour).toISOString().slice(0, 10));

      const visitors = await Promise.all(people.map(async ({ who, email }) => ({ who, visitor: await signIn(harbor, email) })));
      const tabs = visitors.flatMap(({ who, visitor }) => [0, 1].map((tab) => ({ who, tab, line: openTab(harbor.accountId, visitor) })));
      const throughTabs = tabs.map(({ who, tab, line }) => {
        for (const [index, pair] of pairs.entries()) if (pair.extensionId === who.id) line.outbox.keep(`${tab}-${index}`, reportOf(pair, tab), { open: false, throughQueue: false });
        line.outbox.flush();
        return line.isDone(patienceMs);
      });
      const organizer = new Map(visitors.map(({ who, visitor }) => [who.id, visitor.id]));
      const otherSystem = async (): Promise<void> => {
        for (let waiting = pairs; waiting.length > 0; ) {
          const batch = waiting.slice(0, otherBatch);
          const said: Said = await company.carla.logs(...batch.map(({ telephonySessionId, extensionId, startedAt }) => callLog(telephonySessionId, { extensionId, direction: 'Inbound', startedAt: new Date(startedAt).toISOString(), organizer: organizer.get(extensionId) })));
          // The account's RESTlets are all busy, or NetSuite asks to come again.
          const later = said.results ? batch.filter((_, index) => said.results?.[index]?.status === 'later') : batch;
          waiting = [...later, ...waiting.slice(batch.length)];
          if (later.length === batch.length) await new Promise((resolve) => { setTimeout(resolve, 200 + Math.random() * 400); });
        }
      };
      await Promise.all([...throughTabs, otherSystem(), company.syncs().then(() => company.settled())]);
      for (const { line } of tabs) await line.close();

      const keys = new Set(pairs.map(({ telephonySessionId, extensionId }) => `${telephonySessionId}:${extensionId}`));
      const records = (await company.calls()).map(({ session, extension }) => `${session}:${extension}`).filter((key) => keys.has(key));
      return [
        { id: 'race.records', what: `records of ${wanted} calls, each logged by two tabs, the RESTlet and sync at once`, value: records.length, unit: 'records' },
        { id: 'race.doubles', what: 'of these, second records of a call', value: records.length - new Set(records).size, unit: 'records' },
      ];
    } finally {
      await company.close();
    }
  },
};
