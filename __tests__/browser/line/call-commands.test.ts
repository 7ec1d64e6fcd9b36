import type { CallFact } from '../../../src/core/calls/fact.ts';
import type { CallFacts } from '../../../src/core/calls/call.ts';
import type { CallCommand } from '../../../src/browser/line/calls/call-commands.ts';
import { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import { SipUnanswered } from '../../../src/browser/line/sip/sip-failure.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { openCallControl } from './call-control.ts';
import { settled } from './hand-clock.ts';
import { after, identified, inbound, outbound, party } from '../../core/calls/live-calls.ts';

function open() {
  const done: string[] = [];
  const preferred: (string | null)[] = [];
  let failure: Error | null = null;
  let blocked = 0;
  const doIt = async (callId: string, what: string): Promise<void> => {
    done.push(line.calls.live().length > 1 ? `${what} ${callId}` : what);
    await settled(1);
    if (failure) throw failure;
  };
  const sip = (callId: string): SipCall => ({
    callId, dialog: () => null, isUp: () => (line.calls.get(callId)?.evidence.legUpAt ?? null) !== null, over: new Promise(() => undefined), failed: () => undefined,
    answer: () => doIt(callId, 'answer').then(() => line.calls.apply(callId, { what: 'leg-up', at: after(20) })),
    decline: () => doIt(callId, 'decline'),
    hangUp: () => { line.calls.apply(callId, { what: 'leg-ended', at: after(30) }); return doIt(callId, 'hang-up'); },
    hold: (held: boolean) => doIt(callId, held ? 'hold' : 'unhold'),
    refresh: () => doIt(callId, 'refresh'),
    mute: (muted: boolean) => void done.push(muted ? 'mute' : 'unmute'),
    sendKeys: (keys: string) => void done.push(`keys ${keys}`),
  });
  const line = openCallControl({ leg: sip, places: { prefer: (_callId, windowId) => preferred.push(windowId) }, onMicrophoneBlocked: () => (blocked += 1) });
  const begin = (facts: CallFacts, ...news: CallFact[]): void => { line.calls.begin(facts); news.forEach((fact) => line.calls.apply(facts.callId, fact)); };
  return { ...line, begin, done, preferred, ask: (command: CallCommand) => line.perform('w1', command), failWith: (next: Error | null) => (failure = next), blocked: () => blocked };
}
const up: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }];
const talking: CallFact[] = [...up, party(3, 'Proceeding', 2), party(5, 'Answered', 8)];
const ended: CallFact = { what: 'leg-ended', at: after(70) };
const refusal = (name: string) => expect.objectContaining({ done: false, refusal: name });
const ok = expect.objectContaining({ done: true });

describe('what people do with a call', () => {
  it('answers in the window that was clicked in', async () => {
    const line = open();
    line.begin(inbound);
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' })).toEqual(ok);
    expect([line.done, line.preferred]).toEqual([['answer'], ['w1']]);
  });

  it('says that the microphone is blocked', async () => {
    const line = open();
    line.begin(inbound);
    line.failWith(new MediaFailure('microphone-blocked'));
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
    expect(line.done).toEqual(['mute', 'hold', 'keys 159#']);
  });

  it('is not held when RingCentral does not answer', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.failWith(new SipUnanswered('no answer in time'));
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
    line.begin(outbound, ...up);
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
    expect(line.done).toEqual(['decline']);
  });

  it.each<CallCommand>([
    { name: 'answer', callId: 'out-1', others: 'hold' },
    { name: 'decline', callId: 'out-1' },
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

  it('takes notes after the call too, and puts the card away', async () => {
    const line = open();
    line.begin(outbound, ...talking, ended);
    await line.ask({ name: 'write-notes', callId: 'out-1', text: 'wants a quote' });
    expect(line.calls.view()[0]?.notes).toBe('wants a quote');
    expect(await line.ask({ name: 'dismiss', callId: 'out-1' })).toEqual(ok);
    expect(line.calls.view()).toEqual([]);
  });

  it('knows no call it was never told of', async () => {
    expect(await open().ask({ name: 'hang-up', callId: 'nowhere' })).toEqual(refusal('no-such-call'));
  });
});
