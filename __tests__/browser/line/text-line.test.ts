import { createTextLine } from '../../../src/browser/line/text-line.ts';
import { lineTimings } from '../../../src/browser/line/timings.ts';
import { createFakeEnvironment, createPlainSealed } from './fakes.ts';
import { settled } from './hand-clock.ts';
import { createTelling } from './telling.ts';
import { createTextRest, maria } from './text-rest.ts';

async function open() {
  const { createTexts } = await import('../../../src/browser/line/texts/texts.ts');
  const { environment, clock, store } = createFakeEnvironment();
  const ringCentral = createTextRest(clock);
  const loads: (Error | null)[] = [];
  let loaded = 0;
  const line = createTextLine({
    environment, timings: lineTimings(null), sealed: createPlainSealed(store), name: 'secret:4321098:7:texts:', markName: 'texts-known:4321098:7', outbox: { keepText: () => undefined, closeTexts: () => undefined, written: async () => undefined, isOpen: () => false, logged: () => null },
    outboxRead: async () => undefined, keepsPictures: () => false,
    rest: () => ringCentral.rest, download: async () => ({ bytes: new ArrayBuffer(0), contentType: '' }), extensionId: () => '101', senders: () => [], ...createTelling(), onChange: () => undefined, version: 'test',
    load: async () => {
      loaded += 1;
      const failure = loads.shift();
      if (failure) throw failure;
      return { version: 'test', createTexts };
    },
  });
  return { line, clock, ringCentral, store, failNext: () => loads.push(new TypeError('Failed to fetch')), loads: () => loaded };
}

describe('the line’s part for texts', () => {
  it('is not loaded before somebody is signed in', async () => {
    const { line, loads } = await open();
    line.hear({ type: 'SMS' });
    expect([loads(), line.counts()]).toEqual([0, null]);
  });

  it('is tried again where it does not load, and then catches up', async () => {
    const { line, clock, ringCentral, failNext } = await open();
    failNext();
    ringCentral.comesIn('Hello?', maria);
    line.wake();
    line.eventsUp();
    await settled();
    expect(line.counts()).toBeNull();
    await clock.pass(3_000);
    expect(line.counts()).toMatchObject({ unread: 1, revision: expect.any(Number), store: 'current', news: [] });
  });

  it('looks without events too, a little later', async () => {
    const { line, clock, ringCentral } = await open();
    ringCentral.comesIn('Hello?', maria);
    line.wake();
    await clock.pass(4_000);
    expect(line.counts()?.unread).toBe(0);
    await clock.pass(2_000);
    expect(line.counts()?.unread).toBe(1);
  });

  it('forgets what was said when nobody is signed in any more', async () => {
    const { line, ringCentral, store } = await open();
    ringCentral.comesIn('Hello?', maria);
    line.wake();
    line.eventsUp();
    await settled();
    line.forget();
    await settled();
    expect([line.counts(), [...store.values.keys()].filter((name) => name !== 'texts-known:4321098:7')]).toEqual([null, []]);
  });
});
