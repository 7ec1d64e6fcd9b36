import { createSealed } from '../../../src/browser/line/store/sealed.ts';
import { createFakeEnvironment } from './fakes.ts';

describe('sealed values', () => {
  it('come back as they were, and lie there unreadable', async () => {
    const { sealed, store } = createFakeEnvironment();
    await sealed.write('tokens', { access_token: 'U0pDMTFQ' });
    expect(await sealed.read('tokens')).toEqual({ access_token: 'U0pDMTFQ' });
    const kept = store.values.get('sealed:tokens') as { data: ArrayBuffer };
    expect(new TextDecoder().decode(kept.data)).not.toContain('U0pDMTFQ');
  });

  it('are sealed with a key that cannot be taken out', async () => {
    const { sealed, store } = createFakeEnvironment();
    await sealed.write('a', 1);
    expect(store.values.get('sealing-key')).toMatchObject({ extractable: false });
  });

  it('are readable by the next worker, and by two that start at once', async () => {
    const { store, locks } = createFakeEnvironment();
    const [first, second] = [0, 1].map(() => createSealed(store, globalThis.crypto, locks.hold)) as [ReturnType<typeof createSealed>, ReturnType<typeof createSealed>];
    await Promise.all([first.write('a', 1), second.write('b', 2)]);
    expect(await Promise.all([second.read('a'), first.read('b')])).toEqual([1, 2]);
  });

  it('are as good as not there when the key is gone', async () => {
    const { store, locks, sealed } = createFakeEnvironment();
    await sealed.write('a', 1);
    store.values.delete('sealing-key');
    expect(await createSealed(store, globalThis.crypto, locks.hold).read('a')).toBeNull();
  });

  it('outlive a moment in which the browser does not give the key', async () => {
    const { store, locks, sealed } = createFakeEnvironment();
    await sealed.write('draft:1:a', { notes: 'Wants the renewal quote by Friday.' });
    let broken = true;
    const next = createSealed({ ...store, get: (key) => (key === 'sealing-key' && broken ? Promise.reject(new Error('AbortError')) : store.get(key)) }, globalThis.crypto, locks.hold);
    await expect(next.read('draft:1:a')).rejects.toThrow('AbortError');
    broken = false;
    expect(await next.read('draft:1:a')).toEqual({ notes: 'Wants the renewal quote by Friday.' });
  });

  it('are listed by prefix', async () => {
    const { sealed } = createFakeEnvironment();
    await sealed.write('draft:1:a', 1);
    await sealed.write('token', 2);
    expect(await sealed.names('draft:')).toEqual(['draft:1:a']);
  });
});
