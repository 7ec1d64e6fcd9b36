import type { CallCommand } from '../../../src/browser/line/calls/call-commands.ts';
import { inbound, outbound } from '../../core/calls/live-calls.ts';
import { openCallControl, talking } from './call-control.ts';
import { settled } from './hand-clock.ts';

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const calls = ['out-1', 'in-1', 'in-2', 'to 102', 'to 102 again'];

/** What somebody may press, in whatever moment. */
function press(random: () => number): CallCommand | { name: 'dial' } {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const callId = one(calls);
  return one<CallCommand | { name: 'dial' }>([
    { name: 'answer', callId, others: one(['hold', 'end']) }, { name: 'set-held', callId, held: true }, { name: 'set-held', callId, held: false }, { name: 'set-held', callId, held: false },
    { name: 'hang-up', callId }, { name: 'decline', callId }, { name: 'transfer', callId, number: '103' }, { name: 'consult', callId, number: '102', person: null }, { name: 'complete-transfer', callId },
    { name: 'cancel-transfer', callId }, { name: 'park', callId }, { name: 'forward', callId, number: '103' }, { name: 'dial' },
  ]);
}

/** A talk, two that ring, and windows that press thirty times without waiting for each other. */
async function pressesWildly(seed: number) {
  const random = randomFrom(seed);
  const line = openCallControl();
  line.begin(outbound, ...talking);
  line.begin(inbound);
  line.begin({ ...inbound, callId: 'in-2' });
  const asked: Promise<unknown>[] = [];
  let most = 0;
  for (let time = 0; time < 30; time += 1) {
    const command = press(random);
    asked.push(command.name === 'dial' ? line.dial('102') : line.ask(command));
    if (random() < 0.6) await settled(1 + Math.floor(random() * 3));
    most = Math.max(most, line.one.up().length);
  }
  await Promise.all(asked);
  await settled();
  return { ...line, most };
}

describe('windows that press whatever and whenever', () => {
  it.each([...Array(60).keys()])('never talk to two at once, nor keep more than two up, and every press is answered: seed %i', async (seed) => {
    const line = await pressesWildly(seed);
    expect([line.overlaps(), line.talkedTo().length <= 1, line.most <= 2]).toEqual([0, true, true]);
    expect(Object.values(line.controls.view()).map(({ doing }) => doing).filter((doing) => doing !== null)).toEqual([]);
  });
});
