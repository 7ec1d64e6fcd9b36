/** Run by leave-cleanly.test.ts as a process of its own: closes the switch in the middle of a call, then has nothing left to do. */
import { openNodePage } from './node-page.ts';
import { startSwitch } from './switch.ts';
import { until } from './until.ts';
import { connectPhone } from './wire-phone.ts';

const line = await startSwitch();
const phone = await connectPhone(line.outboundProxy, line.provision(line.people.ana));
await phone.register();
const page = openNodePage();
line.telephony.setBehaviour('+14155550123', 'answer');
await phone.invite('+14155550123', { sdp: await page.offer() });
const ok = await phone.next(/^SIP\/2.0 200 OK/);
await page.accept(ok.body);
await line.telephony.ringIn({ from: { phoneNumber: '+14155550124' }, toExtensionId: line.people.ana.extensionId });
await phone.next(/^INVITE/);
await until('there is sound', () => (line.telephony.calls()[0]?.media?.packetsIn ?? 0) > 5);
page.tear();
await line.close();
process.exitCode = 7;
