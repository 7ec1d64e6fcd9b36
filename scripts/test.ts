import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium, findFirefox } from './browsers.ts';
import { run } from './run.ts';
import { summary, type TestRun } from './slowest.ts';

/**
 * The gate. Static checks and unit tests first, then the build, then two workers of journeys side by side:
 * one with audio, one without and, when that is done, a soak for what nobody thought of. `npm test -- unit`, `-- journeys`, `-- soak` run a part.
 */
const results = path.resolve('test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const inResults = (name: string): string => path.join(results, name);

const jest = (): Promise<number> => run('jest', ['--config', 'jest.config.js', '--json', '--outputFile', inResults('unit.json')]);

const nodeTest = (name: string, args: string[], files: string[]): Promise<number> =>
  run('node', ['--test', ...args, '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=./scripts/journal.ts', `--test-reporter-destination=${inResults(`${name}.jsonl`)}`, ...files]);

const emulatorTests = (): Promise<number> => nodeTest('emulators', ['--test-concurrency=2'], [...globSync('__tests__/emulators/**/*.test.ts'), ...globSync('__tests__/scripts/**/*.test.ts')].sort());

/** A worker is one process with one browser and one pair of stand-ins; its journeys run one after the other. */
const journeys = (kind: 'audio' | 'silent'): Promise<number> => nodeTest(`journeys-${kind}`, ['--test-isolation=none', '--test-timeout=120000'], globSync(`__tests__/journeys/${kind}/**/*.test.ts`).sort());

const soak = (): Promise<number> => nodeTest('soak', ['--test-isolation=none'], ['__tests__/soak/soak.test.ts']);

/** Two workers side by side; both come to their end. */
async function besides(...workers: (() => Promise<number>)[]): Promise<number> {
  const codes = await Promise.all(workers.map((work) => work()));
  return codes.find((code) => code !== 0) ?? 0;
}

/** Journeys that want a browser which is not here are left out by name; on CI that is a failure. */
async function browsersAreThere(): Promise<boolean> {
  const missing = [];
  const chromium = await findChromium();
  if (!chromium) missing.push('Chromium (every journey)');
  else if (!chromium.full) missing.push('a full Chrome, Edge or Chromium (the journey about blocked pop-ups)');
  if (!findFirefox()) missing.push('Firefox ESR (the journeys whose names end in "in Firefox")');
  if (missing.length === 0) return true;
  process.stdout.write(`\nLeft out, for want of a browser: ${missing.join('; ')}. On Debian: apt-get install chromium firefox-esr.\n`);
  return process.env['CI'] !== 'true';
}

function journalled(): TestRun[] {
  const runs: TestRun[] = [];
  if (existsSync(inResults('unit.json'))) {
    const unit = JSON.parse(readFileSync(inResults('unit.json'), 'utf8')) as { testResults: { assertionResults: { fullName: string; status: string; duration: number | null }[] }[] };
    for (const file of unit.testResults) for (const test of file.assertionResults) runs.push({ name: test.fullName, passed: test.status === 'passed', skipped: test.status === 'pending' || test.status === 'todo', ms: test.duration ?? 0 });
  }
  for (const name of globSync('*.jsonl', { cwd: results })) for (const line of readFileSync(inResults(name), 'utf8').split('\n')) if (line) runs.push(JSON.parse(line) as TestRun);
  return runs;
}

const parts: Record<string, () => Promise<number>> = {
  static: () => run('node', ['scripts/lint.ts']),
  build: () => run('node', ['scripts/build.ts']),
  unit: jest,
  emulators: emulatorTests,
  seed: () => run('node', ['scripts/seed.ts']),
  journeys: async () => ((await browsersAreThere()) ? besides(() => journeys('audio'), () => journeys('silent')) : 1),
  soak,
  // The worker without audio is done long before the other: the random deeds have its place then.
  'journeys and soak': async () => ((await browsersAreThere()) ? besides(() => journeys('audio'), async () => (await journeys('silent')) || soak()) : 1),
};
const gate = ['static', 'build', 'unit', 'emulators', 'seed', 'journeys and soak'];

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !(part in parts));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}"; parts are: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

let code = 0;
for (const part of asked.length > 0 ? asked : gate) {
  const started = performance.now();
  process.stdout.write(`\n══ ${part}\n`);
  code = await (parts[part] as () => Promise<number>)();
  process.stdout.write(`══ ${part}: ${code === 0 ? 'green' : 'red'} after ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  if (code !== 0) break;
}
process.stdout.write(summary(journalled()));
process.exitCode = code;
