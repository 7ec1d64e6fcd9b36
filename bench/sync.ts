import { setTimeout as pause } from 'node:timers/promises';
import { addCounts, noCounts, type Counts } from '../src/core/calls/reconcile.ts';
import { ReconcileAnswer } from '../src/wire/sync/reconcile.ts';
import type { SeededCalls } from '../emulators/ringcentral/call-log/seed-calls.ts';
import { boss, maria, openSynced, piet, rosa, theo, type Synced } from '../__tests__/emulators/product/synced.ts';
import type { Bench } from './bench.ts';
import { rounded } from './figure.ts';
import { runSyncToItsEnd } from './sync-runs.ts';

const usualCalls = 10_000;
/** What a deployment asks RingCentral for at a time, unless an administrator changes it. */
const perPage = 500;
const dayMs = 86_400_000;
const spanDays = 6;

/** Everybody has an employee but Piet, whose calls have to wait. */
const employees = [[maria, 'maria@harbor.example'], [theo, 'theo@harbor.example'], [rosa, 'rosa@harbor.example'], [boss, 'ada@harbor.example']] as const;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const keyOf = ({ telephonySessionId, extensionId }: { telephonySessionId: string; extensionId: string }): string => `${telephonySessionId} ${extensionId}`;

/** RingCentral refuses, doubles and mixes up, and every tenth invocation of map dies, before or after its record is saved. */
function disturb({ harbor, ringcentral: { control } }: Synced, expectedRequests: number): void {
  control.setCallLog({ duplicates: true, reorders: true });
  control.setSwitch('rateLimits', true);
  for (let faults = 0; faults < Math.floor(expectedRequests / 20); faults += 1) {
    control.failNextRest({ status: 429, times: 1, every: 9, pathContains: '/call-log', retryAfter: 5 });
    control.failNextRest({ status: 500, times: 1, every: 9, pathContains: '/call-log' });
  }
  harbor.control.kill({ script: 'customscript_rcns_call_sync', stage: 'MAP', every: 10, when: 'alternately' });
}

/** Held against what the calls were made of, not against what sync read: pairs without a phone call (or a place among the waiting), and phone calls too many. */
async function held({ harbor }: Synced, { pairs }: SeededCalls): Promise<{ missing: number; doubles: number }> {
  const rows: string[] = [];
  for (let last = 0; ;) {
    const found = await harbor.rows(`SELECT * FROM (SELECT p.id AS id, p.custevent_rcns_session AS session, p.custevent_rcns_extension AS extension FROM phonecall p WHERE p.custevent_rcns_session IS NOT NULL AND p.id > ? ORDER BY p.id) WHERE ROWNUM <= 4000`, last);
    if (found.length === 0) break;
    rows.push(...found.map(({ session, extension }) => `${session} ${extension}`));
    last = Number(found.at(-1)?.['id']);
  }
  const there = new Set(rows);
  const waiting = Number((await harbor.rows('SELECT COUNT(*) AS n FROM customrecord_rcns_waiting'))[0]?.['n']);
  const wanting = new Set(pairs.filter(({ extensionId }) => extensionId !== piet.id).map(keyOf));
  const unmapped = new Set(pairs.filter(({ extensionId }) => extensionId === piet.id).map(keyOf)).size;
  return { missing: [...wanting].filter((key) => !there.has(key)).length + Math.max(0, unmapped - waiting), doubles: rows.length - there.size + Math.max(0, waiting - unmapped) };
}

/** The product's own proof, which has to come to the same. */
async function reconciled(company: Synced, from: number, to: number): Promise<Counts> {
  let counts = noCounts;
  for (let cursor: string | null = null; ;) {
    const answer: ReconcileAnswer = await company.value(ReconcileAnswer, { action: 'reconcile', from: day(from - dayMs), to: day(to), cursor });
    if (answer.is === 'stopped') {
      await pause(answer.trouble.retryAt === null ? 1_000 : Math.max(0, Date.parse(answer.trouble.retryAt) - Date.now()));
      continue;
    }
    counts = addCounts(counts, answer.counts);
    if (answer.next === null) return counts;
    cursor = answer.next;
  }
}

export const sync: Bench = {
  ids: ['sync.missing', 'sync.doubles', 'sync.units_per_call', 'sync.requests_over_minimum'],
  async measure({ calls, seed }) {
    const company = await openSynced({ callLog: { delayMs: 0 } });
    try {
      for (const [{ id }, email] of employees) await company.bind(id, email);
      const [from, to] = [Date.now() - spanDays * dayMs, Date.now() - 3_600_000];
      const made = company.ringcentral.control.seedCalls({ calls: calls ?? usualCalls, seed, from, to });
      await company.switchOn(day(from - dayMs));
      const pages = Math.ceil(made.records / perPage);
      disturb(company, pages);
      const { runs, askingRuns, asked, units } = await runSyncToItsEnd(company);
      const { missing, doubles } = await held(company, made);
      const proof = await reconciled(company, from, to);
      if (proof.missing !== missing || proof.doubled !== doubles || proof.pairs !== new Set(made.pairs.map(keyOf)).size) {
        throw new Error(`the reconciler counts otherwise: ${JSON.stringify(proof)}, of ${made.pairs.length} pairs, missing ${missing}, double ${doubles}`);
      }
      const of = `of ${made.pairs.length} pairs of call and user in ${made.calls} calls, every tenth map killed, tokens expired, 429 and 500, doubled records`;
      const minimum = pages + askingRuns;
      return [
        { id: 'sync.missing', what: `not logged, ${of}`, value: missing, unit: 'calls' },
        { id: 'sync.doubles', what: `logged twice, ${of}`, value: doubles, unit: 'calls' },
        { id: 'sync.units_per_call', what: `governance units of one pair of call and user, logged or parked; user events, repeats and what a run itself takes included (${runs} runs)`, value: rounded(units / made.pairs.length, 1), unit: 'units' },
        { id: 'sync.requests_over_minimum', what: `requests to the call log beyond ${pages} pages of ${perPage} records and one sync for each run that asked at all (${asked} for ${minimum})`, value: rounded(((asked - minimum) / minimum) * 100, 1), unit: '%' },
      ];
    } finally {
      await company.close();
    }
  },
};
