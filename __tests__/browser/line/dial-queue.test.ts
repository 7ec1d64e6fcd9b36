import { createDialQueue, type DialOrder } from '../../../src/browser/line/calls/dial-queue.ts';
import { createHandClock } from './hand-clock.ts';

const order: DialOrder = { number: '212-555-0147', person: null, windowId: 'w1' };

function open() {
  const clock = createHandClock();
  const dialled: DialOrder[] = [];
  let ready = false;
  const queue = createDialQueue({ clock, timings: { dialGiveUpMs: 10_000 }, ready: () => ready, dial: (each) => dialled.push(each), onChange: () => undefined });
  return { clock, queue, dialled, phoneUp: () => { ready = true; queue.go(); } };
}

describe('a number dialled while the phone starts', () => {
  it('waits, and is dialled by itself as soon as the phone is up', async () => {
    const { queue, dialled, phoneUp, clock } = open();
    queue.wait(order);
    expect(queue.view()).toMatchObject({ number: '212-555-0147', state: 'waiting' });
    await clock.pass(4_000);
    phoneUp();
    expect([dialled, queue.view()]).toEqual([[order], null]);
    await clock.pass(20_000);
    expect(dialled).toHaveLength(1);
  });

  it('gives up aloud after ten seconds, and is not dialled behind the user’s back later', async () => {
    const { queue, dialled, phoneUp, clock } = open();
    queue.wait(order);
    await clock.pass(10_000);
    expect(queue.view()).toMatchObject({ state: 'gave-up' });
    phoneUp();
    expect(dialled).toEqual([]);
  });

  it('is dialled by Retry, at once when the phone is up by then', async () => {
    const { queue, dialled, phoneUp, clock } = open();
    expect(queue.retry()).toBe(false);
    queue.wait(order);
    await clock.pass(10_000);
    expect(queue.retry()).toBe(true);
    expect(queue.view()).toMatchObject({ state: 'waiting' });
    await clock.pass(10_000);
    phoneUp();
    queue.retry();
    expect(dialled).toEqual([order]);
  });

  it('is replaced by the next number, and can be forgotten', async () => {
    const { queue, dialled, phoneUp } = open();
    queue.wait(order);
    queue.wait({ ...order, number: '101' });
    expect(queue.view()?.number).toBe('101');
    queue.forget();
    phoneUp();
    expect([dialled, queue.view()]).toEqual([[], null]);
  });
});
