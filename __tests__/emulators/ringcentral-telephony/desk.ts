import type { TestContext } from 'node:test';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { openNodePage } from './node-page.ts';
import type { NodePage } from './node-page.ts';
import { DOMAIN, startSwitch } from './switch.ts';
import type { TestSwitch } from './switch.ts';
import { connectPhone } from './wire-phone.ts';
import { until } from './until.ts';
import type { WireMessage, WirePhone } from './wire-phone.ts';

/** Ana at her desk: a switch, her registered phone that speaks SIP by hand, and its sound. */

export const CUSTOMER = '+14155550123';

export const atTheDesk = async (t: TestContext, timings = {}): Promise<{ line: TestSwitch; phone: WirePhone; page: NodePage }> => {
  const line = await startSwitch({ voicemailMs: 100, ...timings });
  t.after(() => line.close());
  const phone = await register(t, line);
  return { line, phone, page: pageFor(t) };
};
export const register = async (t: TestContext, line: TestSwitch, who = line.people.ana, instanceId?: string): Promise<WirePhone> => {
  const phone = await connectPhone(line.outboundProxy, line.provision(who));
  t.after(() => phone.close());
  await phone.register(instanceId === undefined ? {} : { instanceId });
  return phone;
};
export const pageFor = (t: TestContext): NodePage => {
  const page = openNodePage();
  t.after(() => page.tear());
  return page;
};
export const onlyCall = (line: TestSwitch): CallView => line.telephony.calls().at(-1) as CallView;

export interface Up { invite: Record<string, string>; progress: WireMessage; ok: WireMessage }

/** Dials, and acknowledges the 200. */
export const dial = async (phone: WirePhone, page: NodePage, callee = CUSTOMER, headers: Record<string, string> = {}): Promise<Up> => {
  const invite = await phone.invite(callee, { sdp: await page.offer(), headers });
  const progress = await phone.next(/^SIP\/2.0 183/);
  const ok = await phone.next(({ start, headers: { CSeq } }) => start === 'SIP/2.0 200 OK' && CSeq === invite['CSeq']);
  await page.accept(ok.body);
  phone.send(`ACK sip:${callee}@${DOMAIN} SIP/2.0`, inDialog({ invite, progress, ok }, `${invite['CSeq']?.split(' ')[0]} ACK`));
  return { invite, progress, ok };
};
export const inDialog = ({ invite, progress }: Up, cseq: string): Record<string, string> => ({
  Via: invite['Via'] ?? '', From: invite['From'] ?? '', To: progress.headers['To'] ?? '', 'Call-Id': invite['Call-Id'] ?? '', CSeq: cseq,
});
export const ask = async (phone: WirePhone, up: Up, method: string, body = '', headers: Record<string, string> = {}): Promise<WireMessage> => {
  const cseq = `${phone.cseq()} ${method}`;
  phone.send(`${method} sip:${DOMAIN} SIP/2.0`, { ...inDialog(up, cseq), ...headers }, body);
  return phone.next(({ start, headers: { CSeq } }) => CSeq === cseq && !start.startsWith('SIP/2.0 100'));
};

/** Takes the call that rings next. */
export const answerRing = async (phone: WirePhone, page: NodePage): Promise<Up> => {
  const invite = await phone.next(/^INVITE sip:/);
  phone.reply(invite, '200 OK', await page.answer(invite.body));
  const ok = await phone.next(/^ACK sip:/);
  return {
    invite: { Via: invite.headers['Via'] ?? '', From: ok.headers['To'] ?? '', 'Call-Id': invite.headers['Call-Id'] ?? '' },
    progress: { ...invite, headers: { ...invite.headers, To: invite.headers['From'] ?? '' } },
    ok,
  };
};
/** A customer who answers at once, in a call that is up. */
export const talk = async (line: TestSwitch, phone: WirePhone, page: NodePage, customer = CUSTOMER): Promise<Up> => {
  line.telephony.setBehaviour(customer, 'answer');
  const up = await dial(phone, page, customer);
  const id = onlyCall(line).telephonySessionId;
  await until('they talk', () => line.telephony.call(id)?.farEnd.state === 'talking' && (line.telephony.call(id)?.media?.energyIn ?? 0) > 0.01 && page.energy() > 0.01);
  return up;
};
const tag = (address: string | undefined): string => /;tag=([^;]+)/.exec(address ?? '')?.[1] ?? '';

/** The tags of a leg: the device's own, and the server's. */
export const tagsOf = ({ invite, progress }: Up): { device: string; server: string } => ({ device: tag(invite['From']), server: tag(progress.headers['To']) });
