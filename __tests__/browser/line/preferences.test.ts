import { createPreferences } from '../../../src/browser/line/preferences/preferences.ts';
import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import { createMemoryStore, createPlainSealed } from './fakes.ts';

const name = 'preferences:TSTDRV1:7';

function danasBrowser(kept?: unknown) {
  const store = createMemoryStore();
  if (kept !== undefined) store.values.set(name, kept);
  const sealed = createPlainSealed(store);
  const onChange = jest.fn();
  return { store, onChange, start: () => createPreferences({ sealed, name, onChange }) };
}

describe('preferences', () => {
  it('are the usual ones until somebody chooses', () => {
    expect(danasBrowser().start().current()).toEqual(usualPreferences);
  });

  it('are there again for the next line of the same user', async () => {
    const browser = danasBrowser();
    expect(await browser.start().change({ ringtone: 'chime', ring: false })).toBe(true);
    const next = browser.start();
    await next.change({});
    expect(next.current()).toEqual({ ...usualPreferences, ringtone: 'chime', ring: false });
  });

  it('lose nothing when two windows choose at once, or before they are read', async () => {
    const preferences = danasBrowser({ ...usualPreferences, callerId: '+442079460101' }).start();
    await Promise.all([preferences.change({ ringtone: 'soft' }), preferences.change({ microphone: 'headset' })]);
    expect(preferences.current()).toEqual({ ...usualPreferences, callerId: '+442079460101', ringtone: 'soft', microphone: 'headset' });
  });

  it('take over what an older version has kept, which knew fewer', async () => {
    const preferences = danasBrowser({ ringtone: 'soft' }).start();
    await preferences.change({});
    expect(preferences.current()).toEqual({ ...usualPreferences, ringtone: 'soft' });
  });

  it('are the usual ones where something else lies in their place', async () => {
    for (const kept of ['soft', null, { ringtone: 'vuvuzela' }]) {
      const preferences = danasBrowser(kept).start();
      await preferences.change({});
      expect(preferences.current()).toEqual(usualPreferences);
    }
  });

  it('refuse what is no choice, and stay', async () => {
    const preferences = danasBrowser().start();
    expect(await preferences.change({ ringtone: 'vuvuzela' as never })).toBe(false);
    expect(preferences.current()).toEqual(usualPreferences);
  });

  it('tell of a change before it is kept, so that every window shows it at once', async () => {
    const browser = danasBrowser();
    const preferences = browser.start();
    await preferences.change({});
    browser.onChange.mockClear();
    const change = preferences.change({ ring: false });
    await Promise.resolve();
    await Promise.resolve();
    expect(preferences.current().ring).toBe(false);
    await change;
    expect(browser.onChange).toHaveBeenCalledTimes(1);
  });
});
