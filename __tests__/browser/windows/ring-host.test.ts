import type { LineState } from '../../../src/wire/line/state.ts';
import { createRingHost } from '../../../src/browser/windows/ring-host.ts';
import { settled } from '../line/hand-clock.ts';
import { ended, quietLine, ringing } from '../ui/states.ts';
import { noPictures } from '../nothing-unsent.ts';

function samsTab() {
  const shown: (number | null)[] = [];
  let loads = 0;
  let closed = 0;
  let broken = false;
  const host = createRingHost({
    windowId: 'sams',
    onRefused: () => undefined,
    notificationsUrl: null,
    app: '/app',
    command: () => undefined,
    load: async () => {
      loads += 1;
      if (broken) throw new Error('not there');
      return { createRinger: () => ({ show: (state: LineState | null) => shown.push(state?.revision ?? null), close: () => (closed += 1) }) };
    },
  });
  return { host, shown, loads: () => loads, closed: () => closed, breaks: (now: boolean) => (broken = now) };
}

describe('a window that may ring', () => {
  it('loads nothing before a call rings', async () => {
    const { host, loads } = samsTab();
    host.show(quietLine());
    host.show(null);
    await settled();
    expect(loads()).toBe(0);
  });

  it('loads what a text needs in the one window that tells of it', async () => {
    const { host, loads } = samsTab();
    const news = (soundsIn: string) => quietLine({ texts: { unread: 1, revision: 2, store: 'current', pictures: noPictures, news: [{ conversation: '145', message: '7', from: { number: '+14155550145', name: null }, soundsIn, notifiesIn: null }] } });
    host.show(news('another'));
    await settled();
    expect(loads()).toBe(0);
    host.show(news('sams'));
    await settled();
    expect(loads()).toBe(1);
  });

  it('shows the state of now, however long the module took', async () => {
    const { host, shown, loads } = samsTab();
    host.show(quietLine({ revision: 2, calls: [ringing()] }));
    host.show(quietLine({ revision: 3, calls: [ended()] }));
    await settled();
    expect([loads(), shown]).toEqual([1, [3, 3]]);
  });

  it('is still when the line is gone', async () => {
    const { host, shown } = samsTab();
    host.show(quietLine({ revision: 2, calls: [ringing()] }));
    await settled();
    host.show(null);
    await settled();
    expect(shown).toEqual([2, null]);
  });

  it('tries the module again when it could not be loaded', async () => {
    const { host, shown, breaks } = samsTab();
    breaks(true);
    host.show(quietLine({ revision: 2, calls: [ringing()] }));
    await settled();
    breaks(false);
    host.show(quietLine({ revision: 3, calls: [ringing()] }));
    await settled();
    expect(shown).toEqual([3]);
  });

  it('is still when it is closed', async () => {
    const { host, closed } = samsTab();
    host.show(quietLine({ calls: [ringing()] }));
    await settled();
    host.close();
    await settled();
    expect(closed()).toBe(1);
  });
});
