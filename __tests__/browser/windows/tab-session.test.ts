import { createTabSession } from '../../../src/browser/environment/tab-session.ts';

describe('what a tab keeps from page to page', () => {
  it('comes back as it was', () => {
    const kept = new Map<string, string>();
    const storage = () => ({ getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }) as unknown as Storage;
    createTabSession(storage).write('calls', [{ callId: 'in-1' }]);
    expect(createTabSession(storage).read('calls')).toEqual([{ callId: 'in-1' }]);
  });

  it('is nothing where the browser refuses storage, or somebody else wrote there', () => {
    const refused = createTabSession(() => { throw new DOMException('denied', 'SecurityError'); });
    refused.write('calls', []);
    expect(refused.read('calls')).toBeNull();
    expect(createTabSession(() => ({ getItem: () => 'not ours' }) as unknown as Storage).read('calls')).toBeNull();
  });
});
