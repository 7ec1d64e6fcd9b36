import { createLastingSealed } from '../../../src/browser/line/store/lasting-sealed.ts';
import { createFakeEnvironment, createPlainSealed } from './fakes.ts';
import { settled } from './hand-clock.ts';

/** Storage of a browser that may refuse: everything, or only what it is given (no space left). */
function open() {
  const { clock, store } = createFakeEnvironment();
  let refuses: 'nothing' | 'writes' | 'everything' = 'nothing';
  const unless = async <T>(which: (typeof refuses)[], work: () => Promise<T>): Promise<T> => {
    if (which.includes(refuses)) throw new DOMException('full', 'QuotaExceededError');
    return work();
  };
  const plain = createPlainSealed(store);
  const news: string[] = [];
  const sealed = createLastingSealed({
    clock, retryMs: 60_000, onChange: () => news.push(sealed.isLasting() ? 'lasts' : 'does not last'), onReadable: () => news.push('readable'),
    sealed: {
      read: (name) => unless(['everything'], () => plain.read(name)),
      names: (prefix) => unless(['everything'], () => plain.names(prefix)),
      write: (name, value) => unless(['everything', 'writes'], () => plain.write(name, value)),
      delete: (name) => unless(['everything', 'writes'], () => plain.delete(name)),
    },
  });
  return { clock, store, sealed, news, refuse: (next: typeof refuses) => { refuses = next; } };
}

describe('what a browser does not keep', () => {
  it('is there all the same while this line lives, and is said to be at risk', async () => {
    const { sealed, news, store, refuse } = open();
    await sealed.write('draft:1', { notes: 'Wants two crates' });
    refuse('writes');
    await sealed.write('draft:1', { notes: 'Wants three crates' });
    await sealed.write('draft:2', { notes: 'Call Priya back' });
    expect([await sealed.read('draft:1'), await sealed.names('draft:'), sealed.isLasting()]).toEqual([{ notes: 'Wants three crates' }, ['draft:1', 'draft:2'], false]);
    expect([store.values.get('draft:1'), news]).toEqual([{ notes: 'Wants two crates' }, ['does not last']]);
  });

  it('is given to it again after a while, as it stands then, and nothing is at risk any more', async () => {
    const { clock, sealed, news, store, refuse } = open();
    refuse('writes');
    await sealed.write('draft:1', 'Wants two crates');
    await sealed.write('draft:1', 'Wants three crates');
    await sealed.write('draft:2', 'gone again');
    await sealed.delete('draft:2');
    await clock.pass(60_000);
    expect(sealed.isLasting()).toBe(false);
    refuse('nothing');
    await clock.pass(60_000);
    expect([[...store.values], news, sealed.isLasting()]).toEqual([[['draft:1', 'Wants three crates']], ['does not last', 'lasts', 'readable'], true]);
  });

  it('is tried at once when somebody asks', async () => {
    const { sealed, store, refuse } = open();
    refuse('writes');
    await sealed.write('draft:1', 'Wants two crates');
    refuse('nothing');
    sealed.tryNow();
    await settled();
    expect([...store.values.keys()]).toEqual(['draft:1']);
  });

  it('is not what it refuses to read: that stays, and comes to light when it can be read', async () => {
    const { clock, sealed, news, store, refuse } = open();
    await sealed.write('draft:of-yesterday', 'Wants two crates');
    refuse('everything');
    expect([await sealed.read('draft:of-yesterday'), await sealed.names('draft:')]).toEqual([null, []]);
    refuse('nothing');
    await clock.pass(60_000);
    expect([news, await sealed.read('draft:of-yesterday'), [...store.values.keys()]]).toEqual([['does not last', 'lasts', 'readable'], 'Wants two crates', ['draft:of-yesterday']]);
  });

  it('is not there once it was deleted, although the browser still has it', async () => {
    const { sealed, store, refuse } = open();
    await sealed.write('draft:1', 'Wants two crates');
    refuse('writes');
    await sealed.delete('draft:1');
    expect([await sealed.read('draft:1'), await sealed.names('draft:'), [...store.values.keys()]]).toEqual([null, [], ['draft:1']]);
  });
});
