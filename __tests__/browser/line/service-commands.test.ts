import { createParkedCalls } from '../../../src/browser/line/calls/parked-calls.ts';
import type { CallCommand } from '../../../src/browser/line/calls/call-commands.ts';
import type { PartyNews, SessionState } from '../../../src/browser/line/events/telephony-event.ts';
import { OrderRefused } from '../../../src/browser/line/sip/sip-failure.ts';
import type { PartyCode } from '../../../src/core/calls/fact.ts';
import { after, identified, inbound, party } from '../../core/calls/live-calls.ts';
import { ok, openCallControl, refusal } from './call-control.ts';
import { createMemoryStore, createPlainSealed } from './fakes.ts';
import { createHandClock, settled } from './hand-clock.ts';

/** Priya Nair talks to us. */
function open() {
  const line = openCallControl();
  line.begin(inbound, identified, { what: 'leg-up', at: after(4) });
  return line;
}
const news = (partyId: string, code: PartyCode, ofUs = true): PartyNews => ({ telephonySessionId: 's-83a46aa08e20', partyId, ofUs, fact: party(9, code, 60) });
const priya = { number: '+442079460123', name: 'Priya Nair' };

describe('parking a call', () => {
  it('says where it waits, ends here and stays in sight', async () => {
    const line = open();
    expect(await line.ask({ name: 'park', callId: 'in-1' })).toEqual({ done: true, value: { orbit: '*801' } });
    expect([line.done, line.calls.view()[0]]).toEqual([['park in-1', 'hang up in-1'], expect.objectContaining({ phase: 'ended', outcome: 'Completed' })]);
    expect(line.parked.view()).toEqual([{ orbit: '*801', with: priya, since: line.clock.now() }]);
  });

  it('is refused in RingCentral’s words, and the call goes on', async () => {
    const line = open();
    line.fail('park', new OrderRefused('Every park place is taken.'));
    expect(await line.ask({ name: 'park', callId: 'in-1' })).toEqual(refusal('ringcentral-refused', 'Every park place is taken.'));
    expect([line.calls.view()[0]?.phase, line.parked.view()]).toEqual(['talking', []]);
  });

  it('is over when somebody picks the call up, or the caller hangs up', async () => {
    const line = open();
    await line.ask({ name: 'park', callId: 'in-1' });
    line.parked.heard(news('p-83a46aa08e20-1', 'Parked'));
    line.parked.heard(news('p-83a46aa08e20-3', 'Disconnected'));
    expect(line.parked.view()).toHaveLength(1);
    line.parked.heard(news('p-83a46aa08e20-1', 'Disconnected'));
    expect(line.parked.view()).toEqual([]);
  });
});

describe('the list of parked calls', () => {
  function openList(state: () => SessionState | null, store = createMemoryStore()) {
    const clock = createHandClock();
    const parked = createParkedCalls({ sealed: createPlainSealed(store), name: 'parked', clock, stateOf: async () => state(), onChange: () => undefined });
    const call = { ...inbound, telephonySessionId: 's-1', partyId: 'p-1-2', phase: 'talking', answeredAt: 0, held: false, muted: false } as const;
    return { parked, clock, store, call };
  }

  it('outlives its line, and asks RingCentral which of them still wait', async () => {
    const { parked, call, store } = openList(() => null);
    parked.add('*801', call);
    await settled();
    const waits = openList(() => ({ ours: 'Parked', farAnswered: true }), store).parked;
    await waits.lookAround();
    expect(waits.find('*801')).toMatchObject({ with: priya, direction: 'Inbound' });
    const gone = openList(() => ({ ours: 'Disconnected', farAnswered: true }), store).parked;
    await gone.lookAround();
    expect(gone.view()).toEqual([]);
    await settled();
    expect(store.values.size).toBe(0);
  });

  it('keeps what RingCentral does not tell of, but not for ever', async () => {
    const { parked, call, clock } = openList(() => null);
    parked.add('*801', call);
    await parked.lookAround();
    expect(parked.view()).toHaveLength(1);
    await clock.pass(3_600_000);
    expect(parked.view()).toEqual([]);
  });
});

describe('recording', () => {
  it('is on when RingCentral says so, and off again', async () => {
    const line = open();
    const asked = line.ask({ name: 'set-recording', callId: 'in-1', on: true });
    expect(line.controls.of('in-1')).toMatchObject({ doing: 'record', recording: false });
    expect(await asked).toEqual(ok);
    expect(line.controls.of('in-1')).toMatchObject({ doing: null, recording: true });
    await line.ask({ name: 'set-recording', callId: 'in-1', on: true });
    await line.ask({ name: 'set-recording', callId: 'in-1', on: false });
    expect([line.done, line.controls.of('in-1').recording]).toEqual([['record in-1', 'stop recording in-1'], false]);
  });

  it('is off when RingCentral refuses, and says why', async () => {
    const line = open();
    line.fail('record', new OrderRefused('Call recording is not allowed'));
    expect(await line.ask({ name: 'set-recording', callId: 'in-1', on: true })).toEqual(refusal('ringcentral-refused', 'Call recording is not allowed'));
    expect(line.controls.of('in-1')).toMatchObject({ doing: null, recording: false });
  });
});

describe('flipping a call to another phone', () => {
  const toMobile: CallCommand = { name: 'flip', callId: 'in-1', number: '+1 650 555 0190' };

  it('goes on here until the other phone has it', async () => {
    const line = open();
    expect(await line.ask(toMobile)).toEqual(ok);
    expect([line.done, line.controls.of('in-1').doing, line.calls.view()[0]?.phase]).toEqual([['flip in-1 to +16505550190'], 'flip', 'talking']);
    line.flip.heard(news('p-83a46aa08e20-3', 'Proceeding'));
    line.flip.heard(news('p-83a46aa08e20-1', 'Answered'));
    line.flip.heard(news('p-83a46aa08e20-2', 'Answered', false));
    expect(line.calls.view()[0]?.phase).toBe('talking');
    line.flip.heard(news('p-83a46aa08e20-3', 'Answered'));
    expect([line.done.at(-1), line.calls.view()[0]]).toEqual(['hang up in-1', expect.objectContaining({ phase: 'ended', outcome: 'Completed' })]);
  });

  it('stays here when nobody takes it there', async () => {
    const line = open();
    await line.ask(toMobile);
    line.flip.heard(news('p-83a46aa08e20-3', 'Disconnected'));
    expect([line.controls.of('in-1').doing, line.calls.view()[0]?.phase]).toEqual([null, 'talking']);
    await line.ask(toMobile);
    await line.clock.pass(60_000);
    expect([line.controls.of('in-1').doing, line.calls.view()[0]?.phase]).toEqual([null, 'talking']);
  });

  it('can be hung up meanwhile, and refuses to be flipped twice', async () => {
    const line = open();
    await line.ask(toMobile);
    expect(await line.ask({ ...toMobile, number: '102' })).toEqual(refusal('wrong-moment'));
    expect(await line.ask({ name: 'hang-up', callId: 'in-1' })).toEqual(ok);
    expect(line.clock.waiting()).toBe(0);
  });

  it('says why RingCentral refuses', async () => {
    const line = open();
    line.fail('flip', new OrderRefused('Call Flip is not enabled'));
    expect(await line.ask(toMobile)).toEqual(refusal('ringcentral-refused', 'Call Flip is not enabled'));
    expect(line.controls.of('in-1').doing).toBeNull();
  });
});
