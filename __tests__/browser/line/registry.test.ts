import type { ToWindow } from '../../../src/wire/line/messages.ts';
import { createWindowRegistry } from '../../../src/browser/line/windows/registry.ts';
import { createFakeEnvironment } from './fakes.ts';
import { hello } from './windows.ts';

function open() {
  const { environment, locks } = createFakeEnvironment();
  const gone: string[] = [];
  const available: string[] = [];
  const got: Record<string, ToWindow[]> = {};
  const registry = createWindowRegistry({ clock: environment.clock, locks, onGone: (windowId) => gone.push(windowId), onAvailable: (windowId) => available.push(windowId), onChange: () => undefined });
  const join = (windowId: string): void => registry.join(hello(windowId), { post: (message) => (got[windowId] ??= []).push(message), close: () => undefined });
  return { registry, locks, gone, available, got, join };
}
const news: ToWindow = { kind: 'welcome', lock: 'l', version: 'v' };

describe('the line’s windows', () => {
  it('hear what is told to all', () => {
    const { registry, join, got } = open();
    join('a');
    join('b');
    registry.postAll(news);
    expect(got).toEqual({ a: [news], b: [news] });
  });

  it('are gone when their lock is given up, by closing or by a crash', () => {
    const { registry, join, gone, locks } = open();
    join('a');
    locks.die('lock-a');
    expect(gone).toEqual(['a']);
    expect(registry.awake()).toBe(0);
  });

  it('are worth a try when they come, come back and come into view', () => {
    const { registry, join, available } = open();
    join('a');
    registry.visible('a', false);
    expect(available).toEqual(['a']);
    registry.visible('a', true);
    registry.asleep('a');
    registry.visible('a', true);
    expect(available).toEqual(['a', 'a']);
    join('a');
    expect(available).toEqual(['a', 'a', 'a']);
  });

  it('sleep in the page cache with their lock, are told nothing, and come back with a hello', () => {
    const { registry, join, gone, got, locks } = open();
    join('a');
    registry.asleep('a');
    registry.postAll(news);
    expect([gone, registry.awake(), registry.isAwake('a'), got]).toEqual([['a'], 0, false, {}]);
    join('a');
    registry.postAll(news);
    expect([registry.awake(), got]).toEqual([1, { a: [news] }]);
    expect(locks.watched('lock-a')).toBe(1);
  });
});
