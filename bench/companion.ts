import type { CDPSession, Page } from 'playwright-core';
import { until } from '../__tests__/journeys/steps/until.ts';
import { atWork } from './at-work.ts';
import type { Bench } from './bench.ts';
import { companionAddress } from './companion-address.ts';
import { median, rounded } from './figure.ts';
import { momentsOf } from './moments.ts';

const rounds = 9;
/** Microseconds between two looks at what runs. */
const sampling = 100;

interface ProfileNode { id: number; callFrame: { url: string }; children?: number[] }
interface CpuProfile { nodes: ProfileNode[]; samples: number[]; timeDeltas: number[] }

/** Milliseconds in which a function of this script was running, or had called what was. */
function timeOf(script: string, { nodes, samples, timeDeltas }: CpuProfile): number {
  const found = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mark = (node: ProfileNode, inside: boolean): void => {
    const here = inside || node.callFrame.url === script;
    if (here) found.add(node.id);
    for (const child of node.children ?? []) mark(byId.get(child) as ProfileNode, here);
  };
  const [root] = nodes;
  if (root) mark(root, false);
  // A sample lasts until the next one.
  return samples.reduce((sum, id, at) => sum + (found.has(id) ? (timeDeltas[at + 1] ?? 0) : 0), 0) / 1000;
}

async function load(page: Page, devtools: CDPSession): Promise<number> {
  const script = await companionAddress(page);
  await devtools.send('Profiler.start');
  await page.reload();
  await until('the phone is ready', async () => (await momentsOf(page)).connected !== null);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return timeOf(script, (await devtools.send('Profiler.stop')).profile as CpuProfile);
}

/** What a record page without a call pays for having the phone. */
export const companion: Bench = {
  ids: ['companion.script_ms'],
  measure: () =>
    atWork(async ({ sam, first }) => {
      const devtools = await sam.context.newCDPSession(first);
      await devtools.send('Profiler.enable');
      await devtools.send('Profiler.setSamplingInterval', { interval: sampling });
      await load(first, devtools);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await load(first, devtools));
      return [{ id: 'companion.script_ms', what: `our script on a record page without a call (median of ${rounds})`, value: rounded(median(times), 1), unit: 'ms' }];
    }),
};
