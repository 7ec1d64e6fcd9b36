import type { Rest } from '../../../src/browser/line/oauth/rest.ts';
import { colleaguePresence } from '../../../src/browser/line/presence/colleague-presence.ts';
import { createColleagues } from '../../../src/browser/line/presence/colleagues.ts';
import { createHandClock } from './hand-clock.ts';

const person = (id: string, extensionNumber: string, name: string, over: object = {}) => ({ id: Number(id), extensionNumber, name, type: 'User', status: 'Enabled', ...over });

/** Kim Tran looks who is there at Fairweather. */
function fairweather() {
  const clock = createHandClock();
  const asked: string[] = [];
  let down = false;
  const people: unknown[] = [person('204003', '103', 'Kim Tran'), person('204002', '102', 'Sam Rivera'), person('204001', '101', 'Ada Morgan')];
  const presences: unknown[] = [
    { extension: { id: 204001 }, presenceStatus: 'Available', dndStatus: 'TakeAllCalls', telephonyStatus: 'NoCall' },
    { extension: { id: 204002 }, presenceStatus: 'Busy', dndStatus: 'TakeAllCalls', telephonyStatus: 'CallConnected' },
  ];
  const rest: Rest = {
    get: async (path) => {
      asked.push(path.split('?')[0]?.split('/').at(-1) ?? '');
      if (down) throw new Error('no network');
      const records = path.includes('/presence') ? presences : people;
      const page = Number(new URLSearchParams(path.split('?')[1]).get('page'));
      const at = (page - 1) * 3;
      return { records: records.slice(at, at + 3), navigation: records.length > at + 3 ? { nextPage: { uri: '' } } : {} };
    },
    post: () => Promise.reject(new Error('nothing is posted here')),
    put: () => Promise.reject(new Error('nothing is put here')),
  };
  const colleagues = createColleagues({ rest, clock, timings: { colleaguesMs: 60_000, colleaguesWatchedMs: 90_000 }, extensionId: () => '204003', onChange: () => undefined });
  return { colleagues, clock, asked, people, presences, goDown: () => (down = true), names: () => (colleagues.current() ?? []).map(({ name, presence }) => `${name}: ${presence}`) };
}

describe('colleagues', () => {
  it('are asked for when somebody looks, by name, without the one who looks', async () => {
    const { colleagues, clock, names, asked } = fairweather();
    expect(asked).toEqual([]);
    colleagues.watch();
    await clock.pass(0);
    expect(names()).toEqual(['Ada Morgan: available', 'Sam Rivera: on-a-call']);
  });

  it('are asked for at most once a minute, however many look', async () => {
    const { colleagues, clock, asked } = fairweather();
    for (let look = 0; look < 5; look += 1) {
      colleagues.watch();
      await clock.pass(10_000);
    }
    expect(asked).toEqual(['extension', 'presence']);
    await clock.pass(10_000);
    expect(asked).toEqual(['extension', 'presence', 'presence']);
  });

  it('are forgotten, and nothing is asked, once nobody looks any more', async () => {
    const { colleagues, clock, asked } = fairweather();
    colleagues.watch();
    await clock.pass(300_000);
    expect(asked).toEqual(['extension', 'presence', 'presence']);
    expect(colleagues.current()).toBeNull();
    colleagues.watch();
    await clock.pass(0);
    expect(colleagues.current()).toHaveLength(2);
  });

  it('are said to be nowhere in particular when RingCentral does not answer', async () => {
    const { colleagues, clock, names, goDown } = fairweather();
    colleagues.watch();
    await clock.pass(0);
    goDown();
    await clock.pass(60_000);
    expect(names()).toEqual(['Ada Morgan: unknown', 'Sam Rivera: unknown']);
  });

  it('leave out queues, the disabled, and records that do not fit', async () => {
    const { colleagues, clock, people, names } = fairweather();
    people.push(person('204010', '800', 'Support Queue', { type: 'Department' }), person('204005', '105', 'Lee Novak', { status: 'Disabled' }), { id: 'odd' }, person('204006', '106', 'Mina Okafor'));
    colleagues.watch();
    await clock.pass(0);
    expect(names()).toEqual(['Ada Morgan: available', 'Mina Okafor: unknown', 'Sam Rivera: on-a-call']);
  });

  it('are not asked for again after the phone was put away', async () => {
    const { colleagues, clock, asked } = fairweather();
    colleagues.watch();
    await clock.pass(0);
    colleagues.close();
    await clock.pass(300_000);
    expect(asked).toEqual(['extension', 'presence']);
  });
});

describe('a colleague’s presence', () => {
  it.each([
    [{ presenceStatus: 'Available', dndStatus: 'TakeAllCalls', telephonyStatus: 'NoCall' }, 'available'],
    [{ presenceStatus: 'Busy', dndStatus: 'DoNotAcceptAnyCalls', telephonyStatus: 'OnHold' }, 'on-a-call'],
    [{ presenceStatus: 'Busy', dndStatus: 'DoNotAcceptAnyCalls', telephonyStatus: 'NoCall' }, 'do-not-disturb'],
    [{ presenceStatus: 'Busy' }, 'busy'],
    [{ presenceStatus: 'Offline', dndStatus: 'Unknown' }, 'offline'],
    [{ presenceStatus: 'Dancing' }, 'unknown'],
    [{}, 'unknown'],
  ])('%j is %s', (words, said) => expect(colleaguePresence(words)).toBe(said));
});
