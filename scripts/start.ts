import { existsSync } from 'node:fs';
import path from 'node:path';
import { DemoError, startDemo } from '../emulators/demo/demo.ts';
import { demoPassword, everybody } from '../emulators/demo/people.ts';
import { build } from './build.ts';
import { closeOnSignal, giveUp, port, readOptions, UsageError } from './command-line.ts';
import { bundleFolder } from './entries.ts';
import { dataFolder } from './places.ts';

/** `npm start`: builds the bundle, starts both stand-ins with the demo company, and says where to go. */
const usage = 'Usage: npm start -- [--empty] [--sip-port <port>] [--no-build]; ports by NETSUITE_PORT and RINGCENTRAL_PORT.';

try {
  const options = readOptions(usage, { empty: { type: 'boolean', default: false }, 'sip-port': { type: 'string' }, build: { type: 'boolean', default: true } });
  const empty = options.empty === true;
  if (options.build) await build();
  else if (!existsSync(path.resolve(bundleFolder, 'app.suitelet.js'))) throw new UsageError('There is no build: run "npm run build", or start without --no-build.');
  const demo = await startDemo({
    projectFolder: process.cwd(),
    dataFolder: empty ? path.join(dataFolder, 'empty') : path.join(dataFolder, 'demo'),
    netsuitePort: port('NETSUITE_PORT', process.env['NETSUITE_PORT'], 8080),
    ringcentralPort: port('RINGCENTRAL_PORT', process.env['RINGCENTRAL_PORT'], 8090),
    ...(options['sip-port'] === undefined ? {} : { sipPort: port('--sip-port', options['sip-port'], 0) }),
    companyCard: empty ? 'empty' : 'filled-in',
    say: (line) => process.stdout.write(`${line}\n`),
  });
  const width = Math.max(...everybody.map(({ email }) => email.length));
  process.stdout.write(`
${demo.companyName} is open.

  NetSuite      ${demo.netsuite.url}
  The phone     ${demo.netsuite.url}${demo.addresses.app}
  Outside       ${demo.ringcentral.url}/network   (ring our users, answer what they dial)

  Sign in, to NetSuite and to RingCentral alike; everybody's password is "${demoPassword}":
${everybody.map(({ email, firstName, lastName, title, extensionNumber }) => `    ${email.padEnd(width)}   ${firstName} ${lastName}, ${title}, extension ${extensionNumber}`).join('\n')}

  Try this${empty ? '' : ' (the company card is filled in; "npm start -- --empty" leaves that to you)'}:
${empty ? `    0. As ${everybody[0]?.email}: Settings, RingCentral (Company): client ID ${demo.clientId}, server ${demo.ringcentral.url}\n` : ''}    1. Open the phone as ${everybody[1]?.email}, Settings, Connect.
    2. Open a customer and click the handset beside the phone number; answer the call on the outside page.
    3. Ring extension ${everybody[1]?.extensionNumber} from the outside page; answer it on any NetSuite page.
    4. Hang up, load the customer again: the call stands under Communication.

  Stop with Ctrl-C; data stays. "npm run reset" starts anew.
`);
  closeOnSignal(demo.close);
} catch (failure) {
  giveUp(failure, [DemoError], 'The demo did not start');
}
