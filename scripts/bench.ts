import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from '../bench/bench.ts';
import { calls } from '../bench/calls.ts';
import { closedTabs, deadWindows } from '../bench/closed-tabs.ts';
import { companion } from '../bench/companion.ts';
import type { Figure } from '../bench/figure.ts';
import { idle } from '../bench/idle.ts';
import { navigations } from '../bench/navigations.ts';
import { ready } from '../bench/ready.ts';
import { sizes } from '../bench/sizes.ts';
import { soaking } from '../bench/soaking.ts';
import { build } from './build.ts';
import { bundleFolder } from './entries.ts';

/**
 * `npm run bench`: a table; `npm run -s bench -- --json --only id,id`: one JSON array of {id, what, value, unit}.
 * `--minutes`: how long the patient ones look; `--navigations`: page loads in one call; `--seed`: of what is random.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' }, minutes: { type: 'string' }, navigations: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 100_000) } },
});
const only = values.only?.split(',').map((id) => id.trim()).filter(Boolean);
const wanted = (id: string): boolean => only === undefined || only.includes(id);
const options = { minutes: values.minutes === undefined ? null : Number(values.minutes), navigations: Number(values.navigations), seed: Number(values.seed) };
const benches: Bench[] = [calls, companion, ready, deadWindows, navigations, closedTabs, idle, soaking];

if (!existsSync(path.resolve(bundleFolder, 'app.js'))) await build();
const figures: Figure[] = [];
for (const [id, measure] of Object.entries(sizes)) if (wanted(id)) figures.push(measure());
for (const bench of benches) {
  if (!bench.ids.some(wanted)) continue;
  try {
    figures.push(...(await bench.measure(options, wanted)).filter(({ id }) => wanted(id)));
  } catch (failure) {
    // One walk that failed takes no other figures with it; what it should have given is named as missing below.
    process.stderr.write(`${bench.ids.join(', ')}: ${failure instanceof Error ? failure.stack : String(failure)}\n`);
    process.exitCode = 1;
  }
}

const missing = (only ?? benches.flatMap(({ ids }) => ids)).filter((id) => !figures.some((figure) => figure.id === id));
if (missing.length > 0) {
  process.stderr.write(`Nothing measures: ${missing.join(', ')}.\n`);
  process.exitCode ??= 2;
}
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else for (const { id, what, value, unit } of figures) process.stdout.write(`${id.padEnd(24)} ${String(value).padStart(8)} ${unit.padEnd(9)} ${what}\n`);
