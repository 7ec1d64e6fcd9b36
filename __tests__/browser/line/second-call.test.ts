import { createPressedOnce } from '../../../src/browser/line/account/pressed-once.ts';
import { done } from '../../../src/browser/line/calls/refusal.ts';
import { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import type { CallFacts } from '../../../src/core/calls/call.ts';
import type { Command } from '../../../src/wire/line/commands.ts';
import { inbound, outbound } from '../../core/calls/live-calls.ts';
import { ok, openCallControl as open, refusal, talking } from './call-control.ts';
import { settled } from './hand-clock.ts';

const third: CallFacts = { ...inbound, callId: 'in-2', from: { number: '+14155550111', name: 'Lee Chan' } };

describe('a second call', () => {
  it('is answered while the first one waits on hold', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.begin(inbound);
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' })).toEqual(ok);
    expect([line.done, line.talkedTo()]).toEqual([['hold out-1', 'answer in-1'], ['in-1']]);
  });

  it('is answered and the first one ended, which is not heard meanwhile', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.begin(inbound);
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'end' })).toEqual(ok);
    expect([line.done, line.talkedTo()]).toEqual([['hold out-1', 'answer in-1', 'hang up out-1'], ['in-1']]);
  });

  it('takes the place of one that is only being dialled', async () => {
    const line = open();
    line.begin(outbound);
    line.begin(inbound);
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' })).toEqual(refusal('wrong-moment'));
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'end' })).toEqual(ok);
    expect(line.done).toEqual(['hang up out-1', 'answer in-1']);
  });

  it('is swapped with the first: taking one up holds the other', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.begin(inbound);
    await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' });
    await line.ask({ name: 'set-held', callId: 'out-1', held: false });
    expect([line.done.slice(2), line.talkedTo()]).toEqual([['hold in-1', 'unhold out-1'], ['out-1']]);
    await line.ask({ name: 'set-held', callId: 'in-1', held: false });
    expect([line.talkedTo(), line.overlaps()]).toEqual([['in-1'], 0]);
  });

  it('is dialled while the first one waits on hold', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    expect(await line.dial('102')).toEqual(ok);
    expect(line.done).toEqual(['hold out-1', 'dial 102']);
  });

  it('is the last: a third is neither dialled nor answered, but may be declined', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.begin(inbound);
    await line.ask({ name: 'answer', callId: 'in-1', others: 'hold' });
    line.begin(third);
    expect(await line.dial('102')).toEqual(refusal('busy'));
    expect(await line.ask({ name: 'answer', callId: 'in-2', others: 'hold' })).toEqual(refusal('busy'));
    expect(await line.ask({ name: 'answer', callId: 'in-2', others: 'end' })).toEqual(refusal('busy'));
    expect(await line.ask({ name: 'decline', callId: 'in-2' })).toEqual(ok);
  });

  it('that cannot be answered gives the first one back', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.begin(inbound);
    line.fail('answer in-1', new MediaFailure('microphone-blocked'));
    expect(await line.ask({ name: 'answer', callId: 'in-1', others: 'end' })).toEqual(refusal('microphone-blocked'));
    expect([line.done, line.talkedTo()]).toEqual([['hold out-1', 'answer in-1', 'unhold out-1'], ['out-1']]);
  });

  it('that cannot be begun gives the first one back', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.withoutMicrophone();
    expect(await line.dial('102')).toEqual(refusal('microphone-blocked'));
    await settled();
    expect([line.done, line.talkedTo()]).toEqual([['hold out-1', 'dial 102', 'unhold out-1'], ['out-1']]);
  });

  it('is not begun when RingCentral will not hold the first', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.fail('hold out-1', new Error('488'));
    expect(await line.dial('102')).toEqual(refusal('failed'));
    expect(line.done).toEqual(['hold out-1']);
  });
});

describe('windows that press at once', () => {
  it('take turns, so that only one call is talked to', async () => {
    const line = open();
    line.begin(outbound, ...talking);
    line.begin(inbound);
    await Promise.all([line.ask({ name: 'answer', callId: 'in-1', others: 'hold' }), line.ask({ name: 'set-held', callId: 'out-1', held: false }), line.ask({ name: 'set-held', callId: 'in-1', held: false })]);
    expect([line.talkedTo().length, line.overlaps()]).toEqual([1, 0]);
  });

  it('do not answer the same call twice, nor in two ways', async () => {
    const line = open();
    line.begin(inbound);
    const [first, second] = await Promise.all([line.ask({ name: 'answer', callId: 'in-1', others: 'hold' }), line.ask({ name: 'answer', callId: 'in-1', others: 'end' })]);
    expect([first, second]).toEqual([ok, refusal('wrong-moment')]);
    expect(line.done).toEqual(['answer in-1']);
  });

  it('let two dial at most one call each', async () => {
    const line = open();
    const results = await Promise.all([line.dial('102'), line.dial('103')]);
    expect(results).toEqual([ok, refusal('wrong-moment')]);
  });
});

describe('a command that is pressed twice', () => {
  function openPresses() {
    const performed: Command[] = [];
    const press = createPressedOnce(async (_windowId, command) => { performed.push(command); await settled(2); return done(); });
    return { performed, press };
  }

  it('is executed once while it is under way, and both are told the same', async () => {
    const { performed, press } = openPresses();
    const [first, second] = [press('w1', { name: 'park', callId: 'in-1' }), press('w2', { name: 'park', callId: 'in-1' })];
    expect(await first).toBe(await second);
    expect(performed).toHaveLength(1);
    await press('w1', { name: 'park', callId: 'in-1' });
    expect(performed).toHaveLength(2);
  });

  it('is three commands when it is hold, resume, hold', async () => {
    const { performed, press } = openPresses();
    await Promise.all([true, false, true].map((held) => press('w1', { name: 'set-held', callId: 'in-1', held })));
    expect(performed).toEqual([true, false, true].map((held) => ({ name: 'set-held', callId: 'in-1', held })));
  });

  it('is two keys when it is a key', async () => {
    const { performed, press } = openPresses();
    await Promise.all([press('w1', { name: 'send-keys', callId: 'in-1', keys: '5' }), press('w1', { name: 'send-keys', callId: 'in-1', keys: '5' })]);
    expect(performed).toHaveLength(2);
  });
});
