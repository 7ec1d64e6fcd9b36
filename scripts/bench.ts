import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Bench, BenchOptions } from '../bench/bench.ts';
import { calls } from '../bench/calls.ts';
import { closedTabs, deadWindows } from '../bench/closed-tabs.ts';
import { companion } from '../bench/companion.ts';
import type { Figure } from '../bench/figure.ts';
import { idle } from '../bench/idle.ts';
import { matching, numbers } from '../bench/matching.ts';
import { navigations } from '../bench/navigations.ts';
import { ready } from '../bench/ready.ts';
import { races } from '../bench/races.ts';
import { sizes } from '../bench/sizes.ts';
import { soaking } from '../bench/soaking.ts';
import { storm } from '../bench/storm.ts';
import { sync } from '../bench/sync.ts';
import { textDay } from '../bench/text-day.ts';
import { build } from './build.ts';
import { giveUp, readOptions, UsageError } from './command-line.ts';
import { bundleFolder } from './entries.ts';

/**
 * `npm run bench`: a table; `npm run -s bench -- --json --only id,id`: one JSON array of {id, what, value, unit}.
 * `--minutes`: how long the patient ones look; `--navigations`: page loads in one call; `--calls`: of those that make many; `--seed`: of what is random.
 */
const usage = 'Usage: npm run bench -- [--only id,id] [--json] [--minutes n] [--navigations n] [--calls n] [--seed n]';
const positive = (name: string, text: string): number => {
  if (!(Number(text) > 0)) throw new UsageError(`--${name} has to be a number above zero. ${usage}`);
  return Number(text);
};

function asked(): { json: boolean; only: string[] | undefined; options: BenchOptions } {
  const values = readOptions(usage, { json: { type: 'boolean', default: false }, only: { type: 'string' }, minutes: { type: 'string' }, navigations: { type: 'string', default: '100' }, calls: { type: 'string' }, seed: { type: 'string' } });
  return {
    json: values.json,
    only: values.only?.split(',').map((id) => id.trim()).filter(Boolean),
    options: { minutes: values.minutes === undefined ? null : positive('minutes', values.minutes), navigations: positive('navigations', values.navigations), calls: values.calls === undefined ? null : Math.ceil(positive('calls', values.calls)), seed: values.seed === undefined ? 1 + (Date.now() % 100_000) : positive('seed', values.seed) },
  };
}

const benches: Bench[] = [calls, companion, ready, deadWindows, navigations, closedTabs, idle, matching, numbers, storm, races, sync, textDay, soaking];

async function run(): Promise<void> {
  const { json, only, options } = asked();
  const wanted = (id: string): boolean => only === undefined || only.includes(id);
  const unknown = only?.filter((id) => !(id in sizes) && !benches.some(({ ids }) => ids.includes(id))) ?? [];
  if (unknown.length > 0) throw new UsageError(`Nothing measures: ${unknown.join(', ')}.`);
  if (!existsSync(path.resolve(bundleFolder, 'app.js'))) await build();
  const figures: Figure[] = [];
  for (const [id, measure] of Object.entries(sizes)) if (wanted(id)) figures.push(measure());
  for (const bench of benches) {
    if (!bench.ids.some(wanted)) continue;
    try {
      figures.push(...(await bench.measure(options, wanted)).filter(({ id }) => wanted(id)));
    } catch (failure) {
      // One walk that failed takes no other figures with it.
      process.stderr.write(`${bench.ids.join(', ')}: ${failure instanceof Error ? failure.stack : String(failure)}\n`);
      process.exitCode = 1;
    }
  }
  const missing = [...Object.keys(sizes), ...benches.flatMap(({ ids }) => ids)].filter((id) => wanted(id) && !figures.some((figure) => figure.id === id));
  if (missing.length > 0) {
    process.stderr.write(`Not measured: ${missing.join(', ')}.\n`);
    process.exitCode ??= 2;
  }
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else for (const { id, what, value, unit } of figures) process.stdout.write(`${id.padEnd(24)} ${String(value).padStart(8)} ${unit.padEnd(9)} ${what}\n`);
}

run().catch((failure: unknown) => giveUp(failure, [], 'The bench stopped'));
