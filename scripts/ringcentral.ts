import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { harborAndPine } from '../emulators/ringcentral/account/harbor-and-pine.ts';
import { createSimulator } from '../emulators/ringcentral/simulator.ts';
import { closeOnSignal, giveUp, port, readOptions, UsageError } from './command-line.ts';
import { dataFolder } from './places.ts';

/** `npm run ringcentral`: the simulated RingCentral alone, with a company of its own. */
const usage = 'Usage: npm run ringcentral -- [--sip-port <port>] [--redirect-uri <uri> …] [--data <file>]; the port by RINGCENTRAL_PORT.';

try {
  const options = readOptions(usage, { 'sip-port': { type: 'string' }, 'redirect-uri': { type: 'string', multiple: true }, data: { type: 'string' } });
  const sipPort = options['sip-port'];
  const account = harborAndPine(options['redirect-uri'] ?? ['http://localhost:8080/callback.html']);
  mkdirSync(dataFolder, { recursive: true });
  const simulator = await createSimulator({
    port: port('RINGCENTRAL_PORT', process.env['RINGCENTRAL_PORT'], 8090),
    ...(sipPort === undefined ? {} : { sipPort: port('--sip-port', sipPort, 0) }),
    dataFile: options.data ?? path.join(dataFolder, 'ringcentral-alone.sqlite'),
    account,
  }).catch((failure: NodeJS.ErrnoException) => {
    throw failure.code === 'EADDRINUSE' ? new UsageError('A port is already in use; choose another with RINGCENTRAL_PORT or --sip-port.') : failure;
  });
  const users = account.extensions.map(({ extensionNumber, firstName, lastName, password }) => `    ${extensionNumber}  ${firstName} ${lastName}, password "${password}"`);
  process.stdout.write(`The simulated RingCentral of ${account.companyName} is open: ${simulator.url}
  Outside     ${simulator.url}/network
  Client ID   ${account.apps.map(({ clientId }) => clientId).join(', ')}
  Users:
${users.join('\n')}
`);
  closeOnSignal(simulator.close);
} catch (failure) {
  giveUp(failure, [], 'The simulator did not start');
}
