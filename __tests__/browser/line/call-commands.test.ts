import type { CallCommand } from '../../../src/browser/line/calls/call-commands.ts';
import { PartMissing } from '../../../src/browser/line/late-part.ts';
import { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import { OrderRefused, SipRefused, SipUnanswered } from '../../../src/browser/line/sip/sip-failure.ts';
import { inbound, outbound } from '../../core/calls/live-calls.ts';
import { ended, legUp, ok, openCallControl as open, refusal, talking } from './call-control.ts';
import { settled } from './hand-clock.ts';

describe('what people do with a call', () => {
  it('answers in the window that was clicked in', async () => {
    const line = open();
    line.begin(inbound);
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' })).toEqual(ok);
    expect([line.done, line.preferred]).toEqual([['answer in-1'], ['w1']]);
  });

  it('takes whom somebody chose, also after the call, and has it remembered for the number', async () => {
    const line = open();
    line.begin({ ...inbound, callId: 'in-0', person: { kind: 'nobody' } }, ended);
    line.begin(inbound, ended);
    const person = { type: 'contact', id: 31, name: 'Ann Harper', company: null } as const;
    expect(await line.ask({ name: 'choose-person', callId: 'in-1', person })).toEqual(ok);
    expect(line.calls.view().map((call) => call.person)).toEqual([{ kind: 'one', person }, { kind: 'one', person }]);
    expect(['in-0', 'in-1'].map((callId) => line.calls.get(callId)?.evidence.chosen)).toMatchObject([{ type: 'contact', id: 31 }, { type: 'contact', id: 31 }]);
    expect(line.remembered).toEqual([{ number: inbound.from.number, person }]);
  });

  it('takes another choice for a number whose person was remembered, on all cards of that number', async () => {
    const line = open();
    const wrong = { type: 'customer', id: 12, name: 'Acme Ltd', company: null } as const;
    const person = { type: 'contact', id: 31, name: 'Ann Harper', company: null } as const;
    for (const callId of ['in-0', 'in-1']) line.begin({ ...inbound, callId, person: { kind: 'one', person: wrong, remembered: { others: [person] } } }, ended);
    await line.ask({ name: 'choose-person', callId: 'in-1', person });
    expect(line.calls.view().map((call) => call.person)).toEqual([{ kind: 'one', person }, { kind: 'one', person }]);
    expect(['in-0', 'in-1'].map((callId) => line.calls.get(callId)?.evidence.chosen)).toMatchObject([{ id: 31, at: line.clock.now() }, { id: 31, at: line.clock.now() }]);
    expect(line.remembered).toEqual([{ number: inbound.from.number, person }]);
  });

  it('takes notes of a call that it knows no more, where the window says which one it was,', async () => {
    const line = open();
    const report = { telephonySessionId: 's-9', extensionId: '101', direction: 'Inbound', from: inbound.from, to: inbound.to, startedAt: 1_790_000_000_000, outcome: null, reason: null, talkSeconds: null, ringSeconds: null, queue: null, notes: null, disposition: null, person: null, quality: null } as const;
    expect(await line.ask({ name: 'write-notes', callId: 'gone', text: 'Ten flutes', base: '', report })).toEqual(ok);
    expect(line.left).toEqual([{ callId: 'gone', notes: { text: 'Ten flutes', at: line.clock.now() } }]);
    expect(await line.ask({ name: 'write-notes', callId: 'gone', text: 'Ten flutes', base: '' })).toEqual(refusal('no-such-call'));
    expect(line.left).toHaveLength(1);
  });

  it('says that the microphone is blocked', async () => {
    const line = open();
    line.begin(inbound);
    line.fail('answer', new MediaFailure('microphone-blocked'));
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' })).toEqual(refusal('microphone-blocked'));
    expect(line.blocked()).toBe(1);
  });

  it('mutes, holds and sends keys while RingCentral carries the call', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    expect(await line.ask({ name: 'set-muted', callId: 'out-1', muted: true })).toEqual(ok);
    expect(await line.ask({ name: 'set-held', callId: 'out-1', held: true })).toEqual(ok);
    expect(await line.ask({ name: 'send-keys', callId: 'out-1', keys: '159#' })).toEqual(ok);
    expect(line.calls.view()[0]).toMatchObject({ phase: 'talking', muted: true, held: true });
    expect(line.done).toEqual(['mute out-1', 'hold out-1', 'keys 159# out-1']);
  });

  it('is not held when RingCentral does not answer', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.fail('hold', new SipUnanswered('no answer in time'));
    expect(await line.ask({ name: 'set-held', callId: 'out-1', held: true })).toEqual(refusal('no-answer-from-ringcentral'));
    expect(line.calls.view()[0]).toMatchObject({ held: false });
  });

  it('remembers the keys that were sent', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    await line.ask({ name: 'send-keys', callId: 'out-1', keys: '159' });
    await line.ask({ name: 'send-keys', callId: 'out-1', keys: '#' });
    expect(line.controls.of('out-1').keys).toBe('159#');
  });

  it('sends keys to an announcement that speaks before anybody answers', async () => {
    const line = open();
    line.begin(outbound, ...legUp);
    expect(await line.ask({ name: 'send-keys', callId: 'out-1', keys: '1' })).toEqual(ok);
  });

  it.each(['hello', '<script>', '1'.repeat(51), ''])('sends no keys that no phone has: %s', async (keys) => {
    const line = open();
    line.begin(outbound, ...talking);
    expect(await line.ask({ name: 'send-keys', callId: 'out-1', keys })).toEqual(refusal('failed'));
  });

  it('takes Hang up for Decline while it rings here', async () => {
    const line = open();
    line.begin(inbound);
    await line.ask({ name: 'hang-up', callId: 'in-1' });
    expect(line.done).toEqual(['decline in-1']);
  });

  it('sends a caller to the mailbox, or on to a number or a colleague', async () => {
    const line = open();
    line.begin(inbound);
    expect(await line.ask({ name: 'to-voicemail', callId: 'in-1' })).toEqual(ok);
    const next = open();
    next.begin(inbound);
    expect(await next.ask({ name: 'forward', callId: 'in-1', number: '(212) 555-0147' })).toEqual(ok);
    expect([...line.done, ...next.done]).toEqual(['to voicemail in-1', 'forward in-1 to 2125550147']);
  });

  it.each(['', 'my mobile', '+1 650 555 0100 ext 12'])('forwards to no number that cannot be rung: %s', async (number) => {
    const line = open();
    line.begin(inbound);
    expect(await line.ask({ name: 'forward', callId: 'in-1', number })).toEqual(refusal('not-a-number'));
    expect(line.done).toEqual([]);
  });

  it('answers with a text, which is a refusal with words', async () => {
    const line = open();
    line.begin(inbound);
    await line.ask({ name: 'begin-reply', callId: 'in-1' });
    expect(await line.ask({ name: 'reply', callId: 'in-1', text: '  I call you back at noon ' })).toEqual(ok);
    line.calls.apply('in-1', ended);
    expect(line.done).toEqual(['begin reply in-1', 'reply in-1: I call you back at noon']);
    expect(line.calls.view()[0]).toMatchObject({ phase: 'ended', outcome: 'Declined' });
    expect(await line.ask({ name: 'reply', callId: 'in-1', text: 'again' })).toEqual(refusal('wrong-moment'));
  });

  it('does one thing at a time with a call, which can be muted and hung up all the while', async () => {
    const line = open();
    line.begin(inbound);
    const forwarding = line.ask({ name: 'forward', callId: 'in-1', number: '102' });
    expect(line.controls.of('in-1').doing).toBe('forward');
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' })).toEqual(refusal('wrong-moment'));
    expect(await line.ask({ name: 'to-voicemail', callId: 'in-1' })).toEqual(refusal('wrong-moment'));
    await forwarding;
    expect([line.done, line.controls.of('in-1').doing]).toEqual([['forward in-1 to 102'], null]);
  });

  it.each([
    ['the status of its answer', new SipRefused('SIP/2.0 403 Forbidden'), 'ringcentral-refused', '403 Forbidden'],
    ['its own words', new OrderRefused('Call Park is not enabled'), 'ringcentral-refused', 'Call Park is not enabled'],
    ['silence', new SipUnanswered('no answer in time'), 'no-answer-from-ringcentral', ''],
  ])('says why RingCentral refuses: %s', async (_why, failure, name, detail) => {
    const line = open();
    line.begin(inbound);
    line.fail('to voicemail', failure);
    expect(await line.ask({ name: 'to-voicemail', callId: 'in-1' })).toEqual(refusal(name, detail));
    expect(line.controls.of('in-1').doing).toBeNull();
    expect(line.calls.view()[0]).toMatchObject({ phase: 'ringing' });
  });

  it.each<CallCommand>([
    { name: 'answer', callId: 'out-1', others: 'hold' },
    { name: 'decline', callId: 'out-1' },
    { name: 'to-voicemail', callId: 'out-1' },
    { name: 'forward', callId: 'out-1', number: '102' },
    { name: 'reply', callId: 'out-1', text: 'in a meeting' },
    { name: 'dismiss', callId: 'out-1' },
  ])('refuses in the wrong moment: $name of a call we made', async (command) => {
    const line = open();
    line.begin(outbound, ...talking);
    expect(await line.ask(command)).toEqual(refusal('wrong-moment'));
    expect(line.done).toEqual([]);
  });

  it.each<CallCommand>([
    { name: 'hang-up', callId: 'out-1' },
    { name: 'set-muted', callId: 'out-1', muted: true },
    { name: 'set-held', callId: 'out-1', held: true },
    { name: 'send-keys', callId: 'out-1', keys: '1' },
  ])('refuses when the call has ended: $name', async (command) => {
    const line = open();
    line.begin(outbound, ...talking, ended);
    expect(await line.ask(command)).toEqual(refusal('wrong-moment'));
  });

  it('says that a rarer part could not be loaded, and does it when it can', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.without(new PartMissing('network'));
    expect(await line.ask({ name: 'park', callId: outbound.callId })).toEqual(refusal('not-loaded', 'network'));
    line.without(null);
    expect(await line.ask({ name: 'park', callId: outbound.callId })).toEqual(ok);
  });

  it('takes notes after the call too, and puts the card away', async () => {
    const line = open();
    line.begin(outbound, ...talking, ended);
    await line.ask({ name: 'write-notes', callId: 'out-1', text: 'wants a quote', base: '' });
    expect(line.calls.view()[0]?.notes).toBe('wants a quote');
    expect(await line.ask({ name: 'dismiss', callId: 'out-1' })).toEqual(ok);
    expect(line.calls.view()).toEqual([]);
  });

  it('puts together what two windows write into the same notes, and loses nothing where they touch', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    const write = (text: string, base: string) => line.ask({ name: 'write-notes', callId: 'out-1', text, base });
    await write('Ann wants ten oars', '');
    await write('Anne wants ten oars', 'Ann wants ten oars');
    expect(await write('Ann wants ten oars by Friday', 'Ann wants ten oars')).toEqual({ done: true, value: { notes: { text: 'Anne wants ten oars by Friday', both: false } } });
    expect(await write('Anne wants twelve oars by Friday', 'Anne wants ten oars by Friday')).toMatchObject({ value: { notes: { both: false } } });
    expect(await write('Anne wants twenty oars by Friday', 'Anne wants ten oars by Friday')).toEqual({ done: true, value: { notes: { text: 'Anne wants twelve oars by Friday\nAnne wants twenty oars by Friday', both: true } } });
    expect(line.calls.view()[0]?.notes).toBe('Anne wants twelve oars by Friday\nAnne wants twenty oars by Friday');
  });

  it('says that notes are kept when they would outlive it, not before', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    let written = (): void => undefined;
    line.isWriting(new Promise<void>((resolve) => (written = resolve)));
    const answers: unknown[] = [];
    void line.ask({ name: 'write-notes', callId: 'out-1', text: 'wants a quote', base: '' }).then((answer) => answers.push(answer));
    await settled();
    expect([answers, line.calls.view()[0]?.notes]).toEqual([[], 'wants a quote']);
    written();
    await settled();
    expect(answers).toEqual([ok]);
  });

  it('cuts nobody’s words off where two windows write more than NetSuite takes: they stay with whoever wrote last', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    await line.ask({ name: 'write-notes', callId: 'out-1', text: 'a '.repeat(30_000), base: '' });
    expect(await line.ask({ name: 'write-notes', callId: 'out-1', text: 'b '.repeat(30_000), base: '' })).toEqual(refusal('too-long'));
    expect(line.calls.view()[0]?.notes).toBe('a '.repeat(30_000));
  });

  it('takes the last words of a page that was left twice as once', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    for (let time = 0; time < 2; time += 1) await line.ask({ name: 'write-notes', callId: 'out-1', text: 'wants a quote', base: '' });
    expect(line.calls.view()[0]?.notes).toBe('wants a quote');
  });

  it('keeps what is typed and chosen after the clock of the computer was put right', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    await line.ask({ name: 'write-notes', callId: 'out-1', text: 'wants a quote', base: '' });
    await line.ask({ name: 'choose-disposition', callId: 'out-1', disposition: 'Call back' });
    await line.clock.pass(-600_000);
    await line.ask({ name: 'write-notes', callId: 'out-1', text: 'wants a quote by Friday', base: 'wants a quote' });
    await line.ask({ name: 'choose-disposition', callId: 'out-1', disposition: 'Reached' });
    expect(line.calls.view()[0]).toMatchObject({ notes: 'wants a quote by Friday', disposition: { text: 'Reached' } });
  });

  it('knows no call it was never told of', async () => {
    expect(await open().ask({ name: 'hang-up', callId: 'nowhere' })).toEqual(refusal('no-such-call'));
  });
});
