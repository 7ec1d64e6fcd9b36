import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { createEmulator, EmulatorFailure } from '../emulators/netsuite/emulator.ts';
import { trialAccount } from '../emulators/netsuite/account/trial-account.ts';

/** `npm run netsuite`: the emulator of NetSuite alone, with this project deployed and a small account of its own. */
const { values } = parseArgs({ options: { port: { type: 'string', default: process.env['NETSUITE_PORT'] ?? '8080' }, project: { type: 'string' }, data: { type: 'string' } } });
const root = fileURLToPath(new URL('..', import.meta.url));

try {
  mkdirSync(`${root}.data`, { recursive: true });
  const emulator = await createEmulator({
    projectFolder: values.project ?? root, dataFile: values.data ?? `${root}.data/netsuite-alone.sqlite`, port: Number(values.port), account: trialAccount,
    hostMap: { 'ringcentral.localhost': '127.0.0.1' },
  });
  process.stdout.write(`NetSuite emulator: ${emulator.url}\n${trialAccount.users.map((user) => `  ${user.email} · ${user.password} · ${user.roles.join(', ')}\n`).join('')}`);
  const stop = (): void => void emulator.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof EmulatorFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
