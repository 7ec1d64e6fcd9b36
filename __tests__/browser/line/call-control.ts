import type { CallFacts } from '../../../src/core/calls/call.ts';
import type { CallFact } from '../../../src/core/calls/fact.ts';
import { createAnswerCall } from '../../../src/browser/line/calls/answer-call.ts';
import type { CallReport } from '../../../src/core/calls/to-log.ts';
import { createCallCommands, type CallCommand } from '../../../src/browser/line/calls/call-commands.ts';
import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import type { PersonRef } from '../../../src/core/people/person.ts';
import { createChoosePerson } from '../../../src/browser/line/calls/choose-person.ts';
import { createControls } from '../../../src/browser/line/calls/controls.ts';
import { createCallOrders, type CallOrders } from '../../../src/browser/line/calls/orders.ts';
import { createSecondCall } from '../../../src/browser/line/calls/second-call.ts';
import { createParkedCalls } from '../../../src/browser/line/calls/parked-calls.ts';
import { createTalkToOne } from '../../../src/browser/line/calls/talk-to-one.ts';
import { createTurns } from '../../../src/browser/line/calls/turns.ts';
import type { PartMissing } from '../../../src/browser/line/late-part.ts';
import type { PlaceCall } from '../../../src/browser/line/calls/place-call.ts';
import { refused } from '../../../src/browser/line/calls/refusal.ts';
import type { Rest } from '../../../src/browser/line/oauth/rest.ts';
import type { SipOrders, SipOrderTools } from '../../../src/browser/line/sip/sip-orders.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import type { SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import { after, identified, outbound, party } from '../../core/calls/live-calls.ts';
import { createMemoryStore, createPlainSealed } from './fakes.ts';
import { createHandClock, settled } from './hand-clock.ts';

export const legUp: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }];
export const talking: CallFact[] = [...legUp, party(3, 'Proceeding', 2), party(5, 'Answered', 8)];
export const ended: CallFact = { what: 'leg-ended', at: after(70) };
export const ok = expect.objectContaining({ done: true });
export const refusal = (name: string, detail?: string): unknown => expect.objectContaining({ done: false, refusal: name, ...(detail === undefined ? {} : { detail }) });

/** The commands of calls, over legs that note what they are asked. */
export function openCallControl() {
  const done: string[] = [];
  const preferred: (string | null)[] = [];
  let failing: { what: string; failure: Error } | null = null;
  let blocked = 0;
  let overlaps = 0;
  let forgetsSecondLeg = false;
  let microphone: 'open' | 'blocked' = 'open';
  const clock = createHandClock();
  const store = createMemoryStore();
  const calls = createCalls({ onBegin: () => undefined, onStep: (_before, { facts, call }) => { if (call.phase !== 'ended') return; flip.ended(facts.callId); controls.ended(facts.callId); }, onForget: (callId) => controls.forget(callId), onChange: () => undefined });
  const controls = createControls({ onChange: () => undefined });
  const turns = createTurns();
  const isEnded = (callId: string): boolean => calls.get(callId)?.call.phase === 'ended';
  const tell = (callId: string, fact: CallFact): void => calls.apply(callId, fact);

  const talkedTo = (): string[] => one.up().filter(({ evidence }) => evidence.legUpAt !== null && !evidence.held).map(({ facts }) => facts.callId);

  async function doIt(what: string, then: () => void = () => undefined): Promise<void> {
    done.push(what);
    if (/^(?:answer|unhold) /.test(what)) overlaps += talkedTo().length;
    await settled(1);
    if (failing && what.startsWith(failing.what)) throw failing.failure;
    then();
  }
  const legEnds = (callId: string) => (): void => tell(callId, { what: 'leg-ended', at: after(30) });
  type Leg = SipCall & SipOrders;
  const leg = (callId: string): Leg => ({
    callId,
    over: new Promise(() => undefined),
    ordering: {} as SipOrderTools,
    dialog: () => ({ callId, localPeer: '<sip:us>', remotePeer: '<sip:far>', direction: 'outbound', origin: null, cseq: 1 }),
    isUp: () => (calls.get(callId)?.evidence.legUpAt ?? null) !== null && !isEnded(callId),
    answer: () => doIt(`answer ${callId}`, () => tell(callId, { what: 'leg-up', at: after(20) })),
    decline: () => doIt(`decline ${callId}`, legEnds(callId)),
    hangUp: async () => {
      if (isEnded(callId)) return;
      legEnds(callId)();
      await doIt(`hang up ${callId}`);
    },
    hold: (held) => doIt(`${held ? 'hold' : 'unhold'} ${callId}`),
    refresh: () => doIt(`refresh ${callId}`),
    mute: (muted) => void done.push(`${muted ? 'mute' : 'unmute'} ${callId}`),
    sendKeys: (keys) => void done.push(`keys ${keys} ${callId}`),
    failed: () => undefined,
    toVoicemail: () => doIt(`to voicemail ${callId}`, legEnds(callId)),
    forward: (target) => doIt(`forward ${callId} to ${target}`, legEnds(callId)),
    beginReply: () => doIt(`begin reply ${callId}`),
    reply: (text) => doIt(`reply ${callId}: ${text}`),
    transfer: (target) => doIt(`transfer ${callId} to ${target}`, legEnds(callId)),
    transferTo: (consult) => doIt(`transfer ${callId} to the call ${consult.callId}`, () => (forgetsSecondLeg ? [callId] : [callId, consult.callId]).forEach((each) => legEnds(each)())),
    park: async () => {
      await doIt(`park ${callId}`);
      return '*801';
    },
    flip: (target) => doIt(`flip ${callId} to ${target}`),
    record: (on) => doIt(`${on ? 'record' : 'stop recording'} ${callId}`),
  });
  const phone = {} as SipPhone;
  const rest: Pick<Rest, 'get' | 'post'> = {
    get: (path) => doIt(`get ${path}`).then(() => ({ records: [{ id: 63000102, extensionNumber: '102' }, { id: 63000103, extensionNumber: '103' }] })),
    post: (path, body) => doIt(`post ${path} ${JSON.stringify(body)}`),
  };
  const place: PlaceCall['place'] = async (_phone, { number }, begun) => {
    done.push(`dial ${number}`);
    await settled(1);
    if (microphone === 'blocked') return refused('microphone-blocked');
    let callId = `to ${number}`;
    while (calls.has(callId)) callId += ' again';
    calls.begin({ ...outbound, callId });
    begun(callId);
    await settled(1);
    tell(callId, { what: 'leg-up', at: after(22) });
    return { done: true, value: { callId } };
  };
  const one = createTalkToOne({ calls, leg });
  const answer = createAnswerCall({ calls, leg, turns, one, places: { prefer: (_callId, windowId) => preferred.push(windowId) }, onMicrophoneBlocked: () => (blocked += 1) });
  const dial = createSecondCall({ turns, one, placing: { place } });
  const parked = createParkedCalls({ sealed: createPlainSealed(store), name: 'parked', clock, stateOf: async () => null, onChange: () => undefined });
  const timings = { sipAnswerMs: 8_000, microphoneMs: 30_000, flipRingsMs: 60_000 };
  const orders: CallOrders = createCallOrders({ clock, timings, calls, controls, turns, one, leg, dial, parked, watch: { find: async () => null }, places: { prefer: () => undefined }, phone: () => phone, readyPhone: () => phone, rest: () => ({ ...rest, put: async () => null }), me: () => null, onMicrophoneBlocked: () => undefined }, (sip) => sip as Leg);
  const { flip } = orders;
  const remembered: { number: string; person: PersonRef }[] = [];
  let missing: PartMissing | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  const left: { callId: string; notes: CallReport['notes'] }[] = [];
  const perform = createCallCommands({ clock, calls, leg, controls, turns, one, answer, orders: { here: () => (missing ? null : orders), get: async () => { if (missing) throw missing; return orders; } }, choosePerson: createChoosePerson({ clock, netsuite: { rememberChoice: async (number, person) => { remembered.push({ number, person }); return { remembered: true }; } }, calls: () => calls }), keepNotes: (callId, report) => void left.push({ callId, notes: report.notes }), written: () => writing });
  return {
    calls, controls, one, clock, flip, parked, store, done, preferred, remembered, left,
    /** The browser is still writing drafts. */
    isWriting: (until: Promise<unknown>) => { writing = until; },
    dial: (number: string) => dial(phone, { number, person: null, windowId: 'w1' }),
    withoutMicrophone: () => (microphone = 'blocked'),
    begin: (facts: CallFacts, ...news: CallFact[]): void => { calls.begin(facts); news.forEach((fact) => tell(facts.callId, fact)); },
    ask: (command: CallCommand) => perform('w1', command),
    /** From now on whatever begins with these words fails. */
    fail: (what: string, failure: Error) => (failing = { what, failure }),
    blocked: () => blocked,
    talkedTo,
    /** RingCentral ends only the first leg of two it has joined. */
    forgetSecondLeg: () => (forgetsSecondLeg = true),
    /** The part of the line that does the rarer things cannot be loaded; null: it can again. */
    without: (part: PartMissing | null) => (missing = part),
    /** How often a call was taken up while another was still talked to. */
    overlaps: () => overlaps,
  };
}
