import type { CallCommand } from '../../../src/browser/line/calls/call-commands.ts';
import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { SipRefused } from '../../../src/browser/line/sip/sip-failure.ts';
import { after, identified, inbound } from '../../core/calls/live-calls.ts';
import { ended, ok, openCallControl, refusal } from './call-control.ts';

/** Priya Nair talks to us. */
function open() {
  const line = openCallControl();
  line.begin(inbound, identified, { what: 'leg-up', at: after(4) });
  return line;
}
const consult: CallCommand = { name: 'consult', callId: 'in-1', number: '102', person: null };

describe('handing a call to somebody else', () => {
  it('goes at once to a number or an extension', async () => {
    const line = open();
    expect(await line.ask({ name: 'transfer', callId: 'in-1', number: '(212) 555-0147' })).toEqual(ok);
    expect(line.done).toEqual(['transfer in-1 to 2125550147']);
    expect(line.calls.view()[0]).toMatchObject({ phase: 'ended', outcome: 'Completed' });
  });

  it('goes into the mailbox behind an extension number', async () => {
    const line = open();
    expect(await line.ask({ name: 'transfer-to-voicemail', callId: 'in-1', extension: ' 103 ' })).toEqual(ok);
    expect(line.done).toEqual([
      'get /restapi/v1.0/account/~/extension?extensionNumber=103',
      'post /restapi/v1.0/account/~/telephony/sessions/s-83a46aa08e20/parties/p-83a46aa08e20-1/transfer {"voicemail":"63000103"}',
    ]);
  });

  it.each<CallCommand>([
    { name: 'transfer', callId: 'in-1', number: 'the boss' },
    { name: 'transfer', callId: 'in-1', number: '+1 650 555 0100 ext 12' },
    { name: 'transfer-to-voicemail', callId: 'in-1', extension: '777' },
    { name: 'transfer-to-voicemail', callId: 'in-1', extension: '../../~' },
    { ...consult, number: '' },
  ])('does not go to nobody: $name $number$extension', async (command) => {
    const line = open();
    expect(await line.ask(command)).toEqual(refusal('not-a-number'));
    expect(line.calls.view()[0]).toMatchObject({ phase: 'talking' });
  });

  it.each<[CallCommand, string, Error, string]>([
    [{ name: 'transfer', callId: 'in-1', number: '999' }, 'transfer', new SipRefused('SIP/2.0 404 Not Found'), '404 Not Found'],
    [{ name: 'transfer-to-voicemail', callId: 'in-1', extension: '102' }, 'post', new RestFailure('refused', 403, 'TAS-106', 'Operation is not allowed'), 'Operation is not allowed'],
  ])('is refused in RingCentral’s words, and the call goes on', async (command, what, failure, words) => {
    const line = open();
    line.fail(what, failure);
    expect(await line.ask(command)).toEqual(refusal('ringcentral-refused', words));
    expect([line.calls.view()[0]?.phase, line.controls.of('in-1').doing]).toEqual(['talking', null]);
  });
});

describe('asking somebody first', () => {
  it('holds the caller, talks to the one who is asked, and says for whom', async () => {
    const line = open();
    expect(await line.ask(consult)).toEqual({ done: true, value: { callId: 'to 102' } });
    expect([line.done, line.talkedTo()]).toEqual([['hold in-1', 'dial 102'], ['to 102']]);
    expect(line.controls.of('to 102').consultsFor).toBe('in-1');
  });

  it('joins the two when they agree, once, whoever presses', async () => {
    const line = open();
    await line.ask(consult);
    const both = await Promise.all([line.ask({ name: 'complete-transfer', callId: 'in-1' }), line.ask({ name: 'complete-transfer', callId: 'in-1' })]);
    expect(both).toEqual([ok, refusal('wrong-moment')]);
    expect(line.done.slice(2)).toEqual(['transfer in-1 to the call to 102']);
    expect(line.calls.view().map(({ phase }) => phase)).toEqual(['ended', 'ended']);
    expect(line.controls.of('to 102').consultsFor).toBeNull();
  });

  it('leaves no leg standing that RingCentral has forgotten', async () => {
    const line = open();
    await line.ask(consult);
    line.forgetSecondLeg();
    await line.ask({ name: 'complete-transfer', callId: 'in-1' });
    expect(line.done.at(-1)).toBe('transfer in-1 to the call to 102');
    await line.clock.pass(8_000);
    expect(line.done.at(-1)).toBe('hang up to 102');
  });

  it('gives the caller back when they do not', async () => {
    const line = open();
    await line.ask(consult);
    expect(await line.ask({ name: 'cancel-transfer', callId: 'in-1' })).toEqual(ok);
    expect([line.done.slice(2), line.talkedTo()]).toEqual([['hang up to 102', 'unhold in-1'], ['in-1']]);
    expect(await line.ask({ name: 'cancel-transfer', callId: 'in-1' })).toEqual(refusal('wrong-moment'));
  });

  it('swaps between the two while they are asked', async () => {
    const line = open();
    await line.ask(consult);
    await line.ask({ name: 'set-held', callId: 'in-1', held: false });
    expect(line.talkedTo()).toEqual(['in-1']);
    expect(await line.ask({ name: 'complete-transfer', callId: 'in-1' })).toEqual(ok);
  });

  it('goes on as two calls when RingCentral will not join them', async () => {
    const line = open();
    await line.ask(consult);
    line.fail('transfer', new SipRefused('SIP/2.0 481 Call/Transaction Does Not Exist'));
    expect(await line.ask({ name: 'complete-transfer', callId: 'in-1' })).toEqual(refusal('ringcentral-refused', '481 Call/Transaction Does Not Exist'));
    expect(line.controls.view()).toMatchObject({ 'in-1': { doing: null }, 'to 102': { doing: null, consultsFor: 'in-1' } });
  });

  it('is an ordinary call once the caller has hung up', async () => {
    const line = open();
    await line.ask(consult);
    line.calls.apply('in-1', ended);
    expect(line.controls.of('to 102').consultsFor).toBeNull();
    expect(await line.ask({ name: 'complete-transfer', callId: 'in-1' })).toEqual(refusal('wrong-moment'));
  });

  it('asks one at a time', async () => {
    const line = open();
    await line.ask(consult);
    expect(await line.ask({ ...consult, number: '103' })).toEqual(refusal('wrong-moment'));
  });
});
