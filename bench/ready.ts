import { salesRep } from '../emulators/demo/people.ts';
import { until } from '../__tests__/journeys/steps/until.ts';
import { atWork, opensCustomer } from './at-work.ts';
import type { Bench } from './bench.ts';
import { median, rounded } from './figure.ts';
import { momentsOf } from './moments.ts';

const rounds = 5;

/** A browser that was connected before opens its first page of the day: the line starts with it. */
export const ready: Bench = {
  ids: ['line.ready_ms', 'line.ready_again_ms'],
  measure: () =>
    atWork(async ({ world, sam, first }) => {
      const extension = () => world.demo.ringcentral.control.state().extensions.find(({ extensionNumber }) => extensionNumber === salesRep.extensionNumber);
      const url = first.url();
      let page = first;
      const fresh: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const devtools = await sam.context.newCDPSession(page);
        // Page and line share a process: both are gone at once, and with them the sockets.
        void devtools.send('Page.crash').catch(() => undefined);
        await until('the line is gone', () => extension()?.sipSockets === 0 && extension()?.gatewaySockets === 0);
        const next = await sam.context.newPage();
        await page.close();
        page = next;
        await page.goto(url);
        const moments = await until('the phone is ready', async () => {
          const now = await momentsOf(page);
          return now.connected !== null && now;
        });
        fresh.push((moments.connected ?? Number.NaN) - moments.committed);
      }
      // While the line lives on it stays registered: the longest time without a registered socket, over as many page loads.
      let away = 0;
      let since: number | null = null;
      const look = setInterval(() => {
        const there = (extension()?.sipSockets ?? 0) > 0 && (extension()?.gatewaySockets ?? 0) > 0;
        since = there ? null : (since ?? performance.now());
        if (since !== null) away = Math.max(away, performance.now() - since);
      }, 2);
      const second = await opensCustomer(sam);
      for (let round = 0; round < rounds; round += 1) await second.reload();
      await second.close();
      for (let round = 0; round < rounds; round += 1) await page.reload();
      clearInterval(look);
      return [
        { id: 'line.ready_ms', what: `page load with no line running to "can call and be called" (median of ${rounds})`, value: rounded(median(fresh)), unit: 'ms' },
        { id: 'line.ready_again_ms', what: 'longest time without the phone over further page loads', value: rounded(away), unit: 'ms' },
      ];
    }),
};
