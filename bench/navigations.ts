import { followsLinks } from '../__tests__/journeys/steps/links.ts';
import { atWork, bothHear, callIdOf, pauseOf, talksOn } from './at-work.ts';
import type { Bench } from './bench.ts';
import { median, rounded } from './figure.ts';
import { scriptWait } from './moments.ts';

/** One call in the only tab, over as many page loads as asked: to the edit form by its link, back, forward, back. */
export const navigations: Bench = {
  ids: ['nav.calls_alive', 'nav.gap_ms'],
  measure: ({ navigations: count }) =>
    atWork(async (here) => {
      const { world, first: page } = here;
      const call = await talksOn(here, page);
      const callId = callIdOf(world, call);
      let alive = 0;
      const gaps: number[] = [];
      await followsLinks(page, count, async () => {
        const heard = await bothHear(world, call, page).then(() => true, () => false);
        if (heard && callIdOf(world, call) === callId) alive += 1;
        gaps.push(pauseOf(world, call) - (await scriptWait(page)));
      });
      return [
        { id: 'nav.calls_alive', what: `of ${count} page loads in one call, those after which it has audio both ways`, value: alive, unit: 'loads' },
        { id: 'nav.gap_ms', what: `longest pause at the far end over a page load, without the wait for our script (median of ${count})`, value: rounded(median(gaps)), unit: 'ms' },
      ];
    }),
};
