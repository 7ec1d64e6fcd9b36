import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const require = createRequire(import.meta.url);
const project = path.resolve('.');
const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

interface Config { defaultProjectFolder: string; commands: Record<string, { beforeExecuting: (options: object) => Promise<object> }> }

/** The project's own configuration in a folder whose build and tests end as told; each leaves a mark when it ran. */
function configWhere(steps: { build: 'passes' | 'fails'; tests: 'pass' | 'fail' }): { config: Config; ran: (step: string) => boolean } {
  const folder = mkdtempSync(path.join(tmpdir(), 'suitecloud-'));
  folders.push(folder);
  const script = (name: string, passes: boolean): string => `require('node:fs').writeFileSync(${JSON.stringify(path.join(folder, `${name}.ran`))}, '');${passes ? '' : 'process.exit(1);'}`;
  mkdirSync(path.join(folder, 'scripts'));
  mkdirSync(path.join(folder, 'node_modules', '.bin'), { recursive: true });
  mkdirSync(path.join(folder, 'node_modules', 'jest', 'bin'), { recursive: true });
  symlinkSync(path.join(project, 'node_modules', '.bin', 'node'), path.join(folder, 'node_modules', '.bin', 'node'));
  writeFileSync(path.join(folder, 'scripts', 'build.ts'), script('build', steps.build === 'passes'));
  writeFileSync(path.join(folder, 'node_modules', 'jest', 'bin', 'jest.js'), script('tests', steps.tests === 'pass'));
  copyFileSync(path.join(project, 'suitecloud.config.js'), path.join(folder, 'suitecloud.config.js'));
  return { config: require(path.join(folder, 'suitecloud.config.js')) as Config, ran: (step) => existsSync(path.join(folder, `${step}.ran`)) };
}

const options = { command: 'project:deploy', arguments: { project: '.' } };

test('the repository root is the project folder', () => {
  assert.equal((require(path.join(project, 'suitecloud.config.js')) as Config).defaultProjectFolder, '.');
});

for (const command of ['project:package', 'project:validate', 'project:deploy']) {
  test(`${command} builds, tests, then goes on with the options it was given`, async () => {
    const { config, ran } = configWhere({ build: 'passes', tests: 'pass' });
    assert.deepEqual(await config.commands[command]?.beforeExecuting(options), options);
    assert.ok(ran('build') && ran('tests'));
  });

  test(`a failing build stops ${command} before the tests`, async () => {
    const { config, ran } = configWhere({ build: 'fails', tests: 'pass' });
    await assert.rejects(async () => config.commands[command]?.beforeExecuting(options));
    assert.equal(ran('tests'), false);
  });

  test(`failing unit tests stop ${command}`, async () => {
    const { config } = configWhere({ build: 'passes', tests: 'fail' });
    await assert.rejects(async () => config.commands[command]?.beforeExecuting(options));
  });
}
