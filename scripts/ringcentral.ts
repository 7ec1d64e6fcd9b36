import { parseArgs } from 'node:util';
import { harborAndPine } from '../emulators/ringcentral/account/harbor-and-pine.ts';
import { createSimulator } from '../emulators/ringcentral/simulator.ts';

/**
 * `npm run ringcentral [-- --sip-port 8091 --redirect-uri http://app.localhost:9000/callback.html --data FILE]`
 * runs the simulated RingCentral alone, with a company of its own. RINGCENTRAL_PORT chooses the port (8090).
 */
const { values } = parseArgs({
  options: {
    'sip-port': { type: 'string' }, 'redirect-uri': { type: 'string', multiple: true }, data: { type: 'string', default: '.data/ringcentral-alone.sqlite' },
  },
});
const port = Number(process.env['RINGCENTRAL_PORT'] ?? 8090);
const account = harborAndPine(values['redirect-uri'] ?? ['http://localhost:8080/callback.html']);

try {
  const simulator = await createSimulator({
    port, dataFile: values.data, account, ...(values['sip-port'] === undefined ? {} : { sipPort: Number(values['sip-port']) }),
  });
  const people = account.extensions.map(({ extensionNumber, firstName, lastName, password }) => `  ${extensionNumber}  ${firstName} ${lastName}, password ${password}`);
  process.stdout.write([
    `The simulated RingCentral of ${account.companyName}: ${simulator.url}`, `The outside world:  ${simulator.url}/network`,
    `Client ID:          ${account.apps.map(({ clientId }) => clientId).join(', ')}`, 'Users:', ...people, '',
  ].join('\n'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(inUse ? `A port is in use (${port}${values['sip-port'] ? ` or ${values['sip-port']}` : ''}); choose another with RINGCENTRAL_PORT or --sip-port.\n` : `The simulator could not start: ${String(error)}\n`);
  process.exitCode = 1;
}
