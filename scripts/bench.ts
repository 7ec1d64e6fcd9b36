import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { callFigures } from '../bench/calls.ts';
import { sizes } from '../bench/sizes.ts';
import type { Figure } from '../bench/figure.ts';
import { build } from './build.ts';
import { bundleFolder } from './entries.ts';

/** `npm run bench`: a table; `npm run -s bench -- --json --only id,id`: one JSON array of {id, what, value, unit}. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const only = values.only?.split(',').map((id) => id.trim()).filter(Boolean);
const wanted = (id: string): boolean => only === undefined || only.includes(id);

if (!existsSync(path.resolve(bundleFolder, 'app.js'))) await build();
const figures: Figure[] = [];
for (const [id, measure] of Object.entries(sizes)) if (wanted(id)) figures.push(measure());
figures.push(...(await callFigures(wanted)));

const missing = only?.filter((id) => !figures.some((figure) => figure.id === id)) ?? [];
if (missing.length > 0) {
  process.stderr.write(`Nothing measures: ${missing.join(', ')}.\n`);
  process.exitCode = 2;
}
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else for (const { id, what, value, unit } of figures) process.stdout.write(`${id.padEnd(24)} ${String(value).padStart(8)} ${unit.padEnd(9)} ${what}\n`);
