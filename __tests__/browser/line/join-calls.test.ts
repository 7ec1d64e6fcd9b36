import type { CallFacts } from '../../../src/core/calls/call.ts';
import type { CallFact } from '../../../src/core/calls/fact.ts';
import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import { createConferences } from '../../../src/browser/line/calls/conferences.ts';
import { createControls } from '../../../src/browser/line/calls/controls.ts';
import { createJoinCalls } from '../../../src/browser/line/calls/join-calls.ts';
import { createTalkToOne } from '../../../src/browser/line/calls/talk-to-one.ts';
import { createTurns } from '../../../src/browser/line/calls/turns.ts';
import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import type { SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { after, inbound, outbound, party } from '../../core/calls/live-calls.ts';
import { createHandClock, settled } from './hand-clock.ts';

const priya: CallFacts = { ...inbound, callId: 'priya', telephonySessionId: 's-priya', partyId: 'p-priya-2' };
const lee: CallFacts = { ...outbound, callId: 'lee', telephonySessionId: 's-lee', partyId: 'p-lee-1', to: { number: '+14155550111', name: 'Lee Chan' } };
const answered: Record<string, CallFact[]> = { priya: [{ what: 'leg-up', at: after(1) }], lee: [{ what: 'leg-up', at: after(1) }, party(3, 'Proceeding', 2), party(5, 'Answered', 8)] };

/** Dana talks with Lee Chan; Priya Nair is on hold. */
function open() {
  const clock = createHandClock();
  const posted: [string, unknown][] = [];
  const done: string[] = [];
  const failing = new Map<string, RestFailure>();
  let dialled: 'taken' | 'refused' = 'taken';
  let hangsUp = true;
  const overs = new Map<string, () => void>();
  const calls = createCalls({ onBegin: () => undefined, onStep: (_before, { facts, call }) => { if (call.phase === 'ended') controls.ended(facts.callId); }, onForget: (callId) => controls.forget(callId), onChange: () => undefined });
  const controls = createControls({ onChange: () => undefined });
  const legs = new Map<string, SipCall>();
  const leg = (callId: string): SipCall => {
    const known = legs.get(callId);
    if (known) return known;
    const made = {
      callId, isUp: () => calls.get(callId)?.call.phase !== 'ended', mute: (muted: boolean) => void done.push(`${muted ? 'mute' : 'unmute'} ${callId}`),
      over: new Promise<void>((resolve) => overs.set(callId, resolve)),
      hold: async (held: boolean) => void done.push(`${held ? 'hold' : 'unhold'} ${callId}`),
      hangUp: async () => { done.push(`hang up ${callId}`); calls.apply(callId, { what: 'leg-ended', at: clock.now() }); },
    } as unknown as SipCall;
    legs.set(callId, made);
    return made;
  };
  const moved = (callId: string): void => { calls.apply(callId, { what: 'leg-ended', at: clock.now() }); overs.get(callId)?.(); };
  const conferences = createConferences({
    rest: () => ({
      async post(path, body) {
        posted.push([path, body]);
        const failure = failing.get(path.endsWith('conference') ? 'open' : String((body as { sessionId: string }).sessionId));
        if (failure) throw failure;
        if (path.endsWith('conference')) return { session: { id: 's-conference', voiceCallToken: 'conf_a1b2' } };
        if (hangsUp) moved((body as { sessionId: string }).sessionId.slice(2));
        return {};
      },
    }),
  });
  const phone = {
    call: leg,
    async dial(callee: string, started: (call: SipCall) => void) {
      done.push(`dial ${callee}`);
      started(leg('conference'));
      if (dialled === 'refused') return calls.apply('conference', { what: 'leg-refused', at: clock.now(), status: 404, reason: 'Not Found' });
      calls.apply('conference', { what: 'identified', telephonySessionId: 's-conference', partyId: 'p-conference-1' });
      calls.apply('conference', { what: 'leg-up', at: clock.now() });
    },
  } as unknown as SipPhone;
  const one = createTalkToOne({ calls, leg });
  const join = createJoinCalls({ clock, timings: { sipAnswerMs: 8_000, microphoneMs: 30_000 }, calls, controls, turns: createTurns(), one, leg, places: { prefer: () => undefined }, conferences, phone: () => phone, me: () => null });
  const begin = (facts: CallFacts): void => { calls.begin(facts); answered[facts.callId]?.forEach((fact) => calls.apply(facts.callId, fact)); };
  begin(priya);
  begin(lee);
  calls.apply('priya', { what: 'held', held: true });
  return { clock, calls, controls, posted, done, begin, moved, one, fail: (what: string, failure: RestFailure) => failing.set(what, failure), mend: () => failing.clear(), refuseToken: () => (dialled = 'refused'), loseByes: () => (hangsUp = false), join: (callId = 'lee', other = 'priya') => join('w1', callId, other) };
}
const refusal = (name: string, detail = expect.any(String) as string) => ({ done: false, refusal: name, detail });
const notAllowed = (): RestFailure => new RestFailure('refused', 403, 'TAS-106', 'Operation is not allowed');
const shown = (line: ReturnType<typeof open>) => line.calls.view().map(({ callId, phase }) => `${callId} ${phase}`).sort();

describe('a conference of three', () => {
  it('is dialled, and both are brought in, the one on hold first', async () => {
    const line = open();
    expect(await line.join()).toEqual({ done: true, value: { callId: 'conference' } });
    expect(line.done).toEqual(['dial conf_a1b2']);
    const bringIn = '/restapi/v1.0/account/~/telephony/sessions/s-conference/parties/bring-in';
    expect(line.posted).toEqual([
      ['/restapi/v1.0/account/~/telephony/conference', undefined],
      [bringIn, { sessionId: 's-priya', partyId: 'p-priya-2' }],
      [bringIn, { sessionId: 's-lee', partyId: 'p-lee-1' }],
    ]);
    expect(line.calls.get('conference')?.call).toMatchObject({ phase: 'talking', to: { number: '', name: 'Conference with Priya Nair and Lee Chan' } });
    expect(shown(line)).toEqual(['conference talking', 'lee ended', 'priya ended']);
    expect(line.controls.of('conference')).toMatchObject({ conference: true, doing: null });
  });

  it('leaves two completed calls behind', async () => {
    const line = open();
    await line.join();
    expect(line.calls.view().filter(({ phase }) => phase === 'ended')).toMatchObject([{ outcome: 'Completed' }, { outcome: 'Completed' }]);
  });

  it('belongs to the one customer among them, as the calls did', async () => {
    const line = open();
    line.calls.apply('priya', { what: 'person', person: { kind: 'one', person: { type: 'customer', id: 42, name: 'Nair Textiles', company: null } } });
    line.calls.apply('lee', { what: 'person', person: { kind: 'one', person: { type: 'employee', id: 9, name: 'Lee Chan', company: null } } });
    await line.join();
    expect(line.calls.get('conference')?.evidence.chosen).toEqual({ type: 'customer', id: 42 });
    expect(line.calls.get('conference')?.call.to.name).toBe('Conference with Nair Textiles and Lee Chan');
  });

  it('belongs to nobody when there are two customers in it', async () => {
    const line = open();
    for (const [callId, id] of [['priya', 42], ['lee', 43]] as const) line.calls.apply(callId, { what: 'chosen', person: { type: 'customer', id } });
    await line.join();
    expect(line.calls.get('conference')?.evidence.chosen).toBeNull();
  });

  it('does not hear Dana when she is muted', async () => {
    const line = open();
    line.calls.apply('lee', { what: 'muted', muted: true });
    await line.join();
    expect(line.done).toContain('mute conference');
    expect(line.calls.get('conference')?.call).toMatchObject({ muted: true });
  });

  it('takes another call in later', async () => {
    const line = open();
    await line.join();
    line.begin({ ...priya, callId: 'ana', telephonySessionId: 's-ana', partyId: 'p-ana-2', from: { number: '+12025550186', name: 'Ana Petrova' } });
    line.calls.apply('ana', { what: 'leg-up', at: after(90) });
    line.calls.apply('conference', { what: 'held', held: true });
    expect(await line.join('conference', 'ana')).toMatchObject({ done: true });
    expect(line.done).toEqual(['dial conf_a1b2', 'unhold conference']);
    expect(line.calls.get('conference')?.call.to.name).toBe('Conference with Priya Nair, Lee Chan and Ana Petrova');
  });

  it('hangs up a call that RingCentral has moved and forgotten to hang up', async () => {
    const line = open();
    line.loseByes();
    await line.join();
    expect(shown(line)).toEqual(['conference talking', 'lee talking', 'priya talking']);
    await line.clock.pass(8_000);
    expect(shown(line)).toEqual(['conference talking', 'lee ended', 'priya ended']);
  });
});

describe('a conference that RingCentral refuses', () => {
  it('changes nothing, and says why', async () => {
    const line = open();
    line.fail('open', notAllowed());
    expect(await line.join()).toEqual(refusal('ringcentral-refused', 'Operation is not allowed'));
    expect([shown(line), line.done]).toEqual([['lee talking', 'priya talking'], []]);
    expect(line.controls.of('lee').doing).toBeNull();
  });

  it('leaves no call of it behind when its token is not taken', async () => {
    const line = open();
    line.refuseToken();
    expect(await line.join()).toEqual(refusal('ringcentral-refused', '404 Not Found'));
    expect(shown(line)).toEqual(['lee talking', 'priya talking']);
    expect(Object.keys(line.controls.view()).sort()).toEqual(['lee', 'priya']);
  });

  it('is left again when nobody could be brought in', async () => {
    const line = open();
    line.fail('s-priya', notAllowed());
    expect(await line.join()).toEqual(refusal('ringcentral-refused', 'Operation is not allowed'));
    expect(shown(line)).toEqual(['lee talking', 'priya talking']);
    expect(line.done).toContain('hang up conference');
  });

  it('goes on with the one who is in it when the other could not be, and can be tried again', async () => {
    const line = open();
    line.fail('s-lee', notAllowed());
    expect(await line.join()).toEqual(refusal('ringcentral-refused', 'Operation is not allowed'));
    expect(shown(line)).toEqual(['conference talking', 'lee talking', 'priya ended']);
    expect(line.calls.get('lee')?.call).toMatchObject({ held: true });
    line.mend();
    expect(await line.join('conference', 'lee')).toMatchObject({ done: true });
    expect(shown(line)).toEqual(['conference talking', 'lee ended', 'priya ended']);
  });
});

describe('joining in the wrong moment', () => {
  it('is refused: one of them rings, is joined already, or is the same', async () => {
    const line = open();
    expect(await line.join('lee', 'lee')).toEqual(refusal('wrong-moment'));
    expect(await line.join('lee', 'nobody')).toEqual(refusal('no-such-call'));
    line.controls.change('priya', { doing: 'transfer' });
    expect(await line.join()).toEqual(refusal('wrong-moment'));
    line.controls.change('priya', { doing: null });
    line.moved('priya');
    expect(await line.join()).toEqual(refusal('wrong-moment'));
    expect([line.posted, line.done]).toEqual([[], []]);
  });

  it('waits for its turn', async () => {
    const line = open();
    const results = await Promise.all([line.join(), line.join('priya', 'lee')]);
    await settled(1);
    expect(results.map(({ done }) => done)).toEqual([true, false]);
    expect(line.posted).toHaveLength(3);
  });
});
