import { until } from '../__tests__/journeys/steps/until.ts';
import { atWork, bothHear, opensCustomer, pauseOf, talksOn } from './at-work.ts';
import type { Bench } from './bench.ts';
import { median, rounded } from './figure.ts';
import { momentsOf } from './moments.ts';

const rounds = 7;

/** The tab with the audio goes, another takes over: the newest of equals. `go` gives the epoch millisecond of the deed. */
async function takenOver(go: (here: Parameters<typeof talksOn>[0], page: Parameters<typeof talksOn>[1]) => Promise<number>): Promise<{ notice: number[]; gaps: number[] }> {
  return atWork(async (here) => {
    const figures = { notice: [] as number[], gaps: [] as number[] };
    let page = await opensCustomer(here.sam);
    const call = await talksOn(here, page);
    for (let round = 0; round < rounds; round += 1) {
      const next = await opensCustomer(here.sam);
      // The line has to know it, or the first tab is the newest.
      await until('the next tab is there', async () => (await momentsOf(next)).connected !== null);
      pauseOf(here.world, call);
      const gone = await go(here, page);
      await bothHear(here.world, call, next);
      figures.gaps.push(pauseOf(here.world, call));
      figures.notice.push(((await momentsOf(next)).asked ?? Number.NaN) - gone);
      page = next;
    }
    return figures;
  });
}

export const closedTabs: Bench = {
  ids: ['tab_close.gap_ms'],
  async measure() {
    const { gaps } = await takenOver(async (_here, page) => {
      const at = Date.now();
      await page.close();
      return at;
    });
    return [{ id: 'tab_close.gap_ms', what: `longest pause at the far end when the tab with the audio is closed (median of ${rounds})`, value: rounded(median(gaps)), unit: 'ms' }];
  },
};

export const deadWindows: Bench = {
  ids: ['dead_window.notice_ms'],
  async measure() {
    const { notice } = await takenOver(async ({ sam }, page) => {
      const devtools = await sam.context.newCDPSession(page);
      const at = Date.now();
      void devtools.send('Page.crash').catch(() => undefined);
      return at;
    });
    return [{ id: 'dead_window.notice_ms', what: `a tab crashes; until the line asks another one to take its audio (median of ${rounds})`, value: rounded(median(notice)), unit: 'ms' }];
  },
};
