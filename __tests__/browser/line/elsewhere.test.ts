import type { CallFact } from '../../../src/core/calls/fact.ts';
import type { LiveCall } from '../../../src/core/calls/live-call.ts';
import { toLog } from '../../../src/core/calls/to-log.ts';
import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import { createTalkToOne } from '../../../src/browser/line/calls/talk-to-one.ts';
import { createTurns } from '../../../src/browser/line/calls/turns.ts';
import { createElsewhere } from '../../../src/browser/line/elsewhere/elsewhere.ts';
import { createSwitchHere } from '../../../src/browser/line/elsewhere/switch-here.ts';
import type { PartyNews } from '../../../src/browser/line/events/telephony-event.ts';
import { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import type { DialOptions, SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { after, inbound, nine30, party } from '../../core/calls/live-calls.ts';
import { createHandClock, settled } from './hand-clock.ts';

const session = 's-83a46aa08e20';
const atTheDesk = {
  id: 'desk-leg@192.0.2.7', direction: 'Inbound', queueCall: false, from: '+442079460123', fromName: 'Priya Nair', to: '+16505550101', toName: 'Dana Whitfield', startTime: '2026-11-24T09:30:00.000Z',
  telephonyStatus: 'CallConnected', sessionId: '1', telephonySessionId: session, partyId: 'p-83a46aa08e20-2', sipData: { toTag: 'desk', fromTag: 'ringcentral' },
};

type Outcome = 'taken' | { status: number; reason: string } | Error;

function open(active: unknown[] = [atTheDesk]) {
  const clock = createHandClock();
  const asked: string[] = [];
  const dialled: { callee: string; headers: DialOptions['headers'] }[] = [];
  const done: string[] = [];
  const outcomes: Outcome[] = [];
  const calls = createCalls({ onBegin: () => undefined, onStep: () => undefined, onForget: () => undefined, onChange: () => elsewhere.callsChanged() });
  const leg = (callId: string): SipCall => ({ callId, isUp: () => true, hold: async (held: boolean) => void done.push(`${held ? 'hold' : 'unhold'} ${callId}`), hangUp: async () => void done.push(`hang up ${callId}`) }) as unknown as SipCall;
  const phone = {
    call: leg,
    async dial(callee: string, started: (call: SipCall) => void, { headers }: DialOptions = {}) {
      dialled.push({ callee, headers });
      const callId = `here-${dialled.length}`;
      started(leg(callId));
      const outcome = outcomes.shift() ?? 'taken';
      if (outcome instanceof Error) throw outcome;
      if (outcome !== 'taken') return calls.apply(callId, { what: 'leg-refused', at: clock.now(), ...outcome });
      calls.apply(callId, { what: 'identified', telephonySessionId: session, partyId: 'p-83a46aa08e20-2' });
      calls.apply(callId, { what: 'leg-ringing' });
      calls.apply(callId, { what: 'leg-up', at: clock.now() });
    },
  } as unknown as SipPhone;
  let answer: unknown = { activeCalls: active };
  let signedIn = true;
  let changes = 0;
  let blocked = 0;
  const elsewhere = createElsewhere({
    clock, timings: { lookElsewhereMs: 500 }, calls, onChange: () => (changes += 1),
    rest: () => (signedIn ? { get: async (path) => { asked.push(path); if (answer instanceof Error) throw answer; return answer; } } : null),
  });
  const switchHere = createSwitchHere({
    clock, timings: { sipAnswerMs: 8_000, microphoneMs: 30_000 }, calls, turns: createTurns(), one: createTalkToOne({ calls, leg }), watch: elsewhere,
    places: { prefer: () => undefined }, readyPhone: () => phone, onMicrophoneBlocked: () => (blocked += 1),
  });
  const news = (code: 'Answered' | 'Disconnected' | 'Proceeding', more: Partial<PartyNews> = {}): PartyNews => ({ telephonySessionId: session, partyId: 'p-83a46aa08e20-2', ofUs: true, fact: party(4, code, 6), ...more });
  return { clock, calls, elsewhere, asked, dialled, done, outcomes, news, changes: () => changes, blocked: () => blocked, answerWith: (next: unknown) => (answer = next), signOut: () => (signedIn = false), here: () => switchHere('w1', session) };
}
const refusal = (name: string, detail = expect.any(String) as string) => ({ done: false, refusal: name, detail });

describe('a call on another device of the same user', () => {
  it('is asked for a moment after events have told of it, once however many came', async () => {
    const line = open();
    line.elsewhere.heard(line.news('Proceeding'));
    await line.clock.pass(500);
    expect(line.asked).toEqual([]);
    line.elsewhere.heard(line.news('Answered'));
    line.elsewhere.heard(line.news('Answered'));
    await line.clock.pass(500);
    expect(line.asked).toEqual(['/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true&sipData=true']);
    expect(line.elsewhere.view()).toEqual([{ telephonySessionId: session, direction: 'Inbound', with: { number: '+442079460123', name: 'Priya Nair' }, since: nine30 }]);
  });

  it('is not asked for while it is up here, nor when it is a colleague’s', async () => {
    const line = open();
    line.calls.begin({ ...inbound, telephonySessionId: session });
    line.elsewhere.heard(line.news('Answered'));
    line.elsewhere.heard(line.news('Answered', { ofUs: false, telephonySessionId: 's-other' }));
    await line.clock.pass(500);
    expect(line.asked).toEqual([]);
  });

  it('is found when it has rung here too, and was taken there', async () => {
    const line = open();
    line.calls.begin({ ...inbound, telephonySessionId: session });
    line.calls.apply('in-1', { what: 'leg-ended', at: after(6) });
    await line.clock.pass(500);
    expect(line.elsewhere.view()).toHaveLength(1);
  });

  it('is found by a line that starts or has missed events, and gone with the sign-in', async () => {
    const line = open();
    line.elsewhere.lookAround();
    await line.clock.pass(500);
    expect(line.elsewhere.view()).toHaveLength(1);
    line.elsewhere.forget();
    line.signOut();
    line.elsewhere.lookAround();
    await line.clock.pass(500);
    expect([line.elsewhere.view(), line.asked.length]).toEqual([[], 1]);
  });

  it.each([
    ['rings still', { ...atTheDesk, telephonyStatus: 'Ringing' }],
    ['has ended', { ...atTheDesk, telephonyStatus: 'NoCall' }],
    ['has no session', { ...atTheDesk, telephonySessionId: undefined }],
    ['is nonsense', 'a call'],
  ])('is not shown when it %s', async (_, active) => {
    const line = open([active]);
    line.elsewhere.lookAround();
    await line.clock.pass(500);
    expect(line.elsewhere.view()).toEqual([]);
  });

  it('stays as it was while RingCentral cannot be asked', async () => {
    const line = open();
    line.elsewhere.lookAround();
    await line.clock.pass(500);
    line.answerWith(new RestFailure('network', 0, null));
    line.elsewhere.heard(line.news('Disconnected'));
    await line.clock.pass(500);
    expect(line.elsewhere.view()).toHaveLength(1);
  });
});

describe('a call that another device has taken over from here', () => {
  it('talks on there: how long is told when it ends', async () => {
    const line = open();
    line.calls.begin({ ...inbound, telephonySessionId: session });
    line.calls.apply('in-1', { what: 'leg-up', at: after(6) });
    line.calls.apply('in-1', { what: 'leg-ended', at: after(30) });
    await line.clock.pass(500);
    const talk = (): number | null | undefined => toLog(line.calls.get('in-1') as LiveCall, '101')?.talkSeconds;
    expect(talk()).toBeNull();
    line.calls.apply('in-1', party(9, 'Disconnected', 126));
    expect(talk()).toBe(120);
  });
});

describe('switching a call here', () => {
  it('names the leg of the other device, goes on as the same call, and is not elsewhere any more', async () => {
    const line = open();
    expect(await line.here()).toEqual({ done: true, value: { callId: 'here-1' } });
    expect(line.dialled).toEqual([{ callee: '+442079460123', headers: { Replaces: 'desk-leg@192.0.2.7;to-tag=ringcentral;from-tag=desk', 'RC-call-type': 'replace' } }]);
    expect(line.calls.view()).toMatchObject([{ callId: 'here-1', phase: 'talking', direction: 'Inbound', telephonySessionId: session, from: { number: '+442079460123', name: 'Priya Nair' }, startedAt: nine30 }]);
    expect(line.elsewhere.view()).toEqual([]);
  });

  it('names the session where RingCentral knows no such leg', async () => {
    const line = open();
    line.outcomes.push({ status: 481, reason: 'Call Leg/Transaction Does Not Exist' });
    expect(await line.here()).toMatchObject({ done: true });
    expect(line.dialled.at(-1)?.headers?.['Replaces']).toBe(`${session};to-tag=desk;from-tag=ringcentral`);
    expect(line.calls.view().map(({ callId }) => callId)).toEqual(['here-2']);
  });

  it('keeps notes, queue and times of the call that had rung here before', async () => {
    const line = open();
    const rang: CallFact[] = [party(4, 'Answered', 6), { what: 'leg-ended', at: after(6) }, { what: 'chosen', person: { type: 'contact', id: 7 } }, { what: 'notes', text: 'asks for a quote', at: after(20) }];
    line.calls.begin({ ...inbound, telephonySessionId: session, queue: 'Support' });
    rang.forEach((fact) => line.calls.apply('in-1', fact));
    await line.here();
    expect(line.calls.view()).toMatchObject([{ callId: 'here-1', phase: 'talking', notes: 'asks for a quote', queue: 'Support', answeredAt: after(6) }]);
    expect(line.calls.get('here-1')?.evidence.chosen).toEqual({ type: 'contact', id: 7 });
  });

  it('puts a call that is up on hold, and takes it back when RingCentral refuses, in its own words', async () => {
    const line = open();
    line.calls.begin({ ...inbound, callId: 'in-2', telephonySessionId: 's-other' });
    line.calls.apply('in-2', { what: 'leg-up', at: after(1) });
    line.outcomes.push({ status: 403, reason: 'Forbidden' });
    expect(await line.here()).toEqual(refusal('ringcentral-refused', '403 Forbidden'));
    await settled(2);
    expect(line.done).toEqual(['hold in-2', 'unhold in-2']);
    expect(line.calls.view().map(({ callId }) => callId)).toEqual(['in-2']);
    expect(line.dialled).toHaveLength(1);
  });

  it('is refused when the call has ended meanwhile, or nobody says how to reach it', async () => {
    const line = open([]);
    expect(await line.here()).toEqual(refusal('no-such-call'));
    line.answerWith({ activeCalls: [{ ...atTheDesk, sipData: undefined }] });
    expect(await line.here()).toEqual(refusal('ringcentral-refused', ''));
    expect(line.dialled).toEqual([]);
  });

  it('puts no line of its own making into a header', async () => {
    const line = open([{ ...atTheDesk, sipData: { toTag: 'x\r\nX-Evil: 1', fromTag: 'y' } }]);
    await line.here();
    expect(line.dialled).toEqual([]);
  });

  it('says that the microphone is blocked, and leaves the call where it is', async () => {
    const line = open();
    line.outcomes.push(new MediaFailure('microphone-blocked'));
    expect(await line.here()).toEqual(refusal('microphone-blocked'));
    expect([line.calls.view(), line.blocked()]).toEqual([[], 1]);
    expect(line.elsewhere.view()).toHaveLength(1);
  });

  it('has no third call beside two', async () => {
    const line = open();
    for (const callId of ['in-2', 'in-3']) {
      line.calls.begin({ ...inbound, callId, telephonySessionId: `s-${callId}` });
      line.calls.apply(callId, { what: 'leg-up', at: after(1) });
    }
    expect(await line.here()).toEqual(refusal('busy'));
    await settled(1);
  });
});
