import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createEmulator, EmulatorFailure } from '../emulators/netsuite/emulator.ts';
import { trialAccount } from '../emulators/netsuite/account/trial-account.ts';
import { closeOnSignal, giveUp, port, readOptions } from './command-line.ts';
import { dataFolder } from './places.ts';

/** `npm run netsuite`: the emulator of NetSuite alone, with this project (or another) deployed and a small account of its own. */
const usage = 'Usage: npm run netsuite -- [--project <folder>] [--data <file>]; the port by NETSUITE_PORT.';

try {
  const options = readOptions(usage, { project: { type: 'string' }, data: { type: 'string' } });
  mkdirSync(dataFolder, { recursive: true });
  const emulator = await createEmulator({
    projectFolder: options.project ?? process.cwd(),
    dataFile: options.data ?? path.join(dataFolder, 'netsuite-alone.sqlite'),
    port: port('NETSUITE_PORT', process.env['NETSUITE_PORT'], 8080),
    account: trialAccount,
    hostMap: { 'ringcentral.localhost': '127.0.0.1' },
  });
  const users = trialAccount.users.map(({ email, password, roles }) => `    ${email}, password "${password}", ${roles.join(', ')}`);
  process.stdout.write(`The NetSuite emulator is open: ${emulator.url}\n  Sign in as:\n${users.join('\n')}\n`);
  closeOnSignal(emulator.close);
} catch (failure) {
  giveUp(failure, [EmulatorFailure], 'The emulator did not start');
}
