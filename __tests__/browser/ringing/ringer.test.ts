import { callWaiting, ringtones, type Tone } from '../../../src/browser/ringing/tones.ts';
import { createCallNotification } from '../../../src/browser/ringing/notification.ts';
import { createRinger } from '../../../src/browser/ringing/ringer.ts';
import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import { ended, quietLine, ringing, talking } from '../ui/states.ts';

/** Kim's tab `kims`, with what is heard and seen of it. */
function kimsTab(allowed = true) {
  const seen = { tone: null as Tone | null, device: null as string | null, title: null as string | null, notifications: [] as string[], open: 0 };
  const ringer = createRinger({
    windowId: 'kims',
    tone: { play: (tone, device) => { seen.tone = tone; seen.device = device; }, stop: () => { seen.tone = null; } },
    title: { flash: (words) => { seen.title = words; }, restore: () => { seen.title = null; } },
    notification: createCallNotification({
      allowed: () => allowed,
      show: ({ title, body }) => {
        seen.notifications.push([title, body].filter(Boolean).join(' | '));
        seen.open += 1;
        return { close: () => { seen.open -= 1; } };
      },
    }),
    texts: { show: () => undefined },
  });
  return { ringer, seen };
}
const acme = { kind: 'company' as const, person: { type: 'customer' as const, id: 7, name: 'Acme Ltd', company: null } };

describe('a ringing call', () => {
  it('is heard in the window that rings, with the chosen tone on the chosen device', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing()], ringsIn: 'kims', preferences: { ...usualPreferences, ringtone: 'chime', ringer: 'desk speaker' } }));
    expect([seen.tone, seen.device]).toEqual([ringtones.chime, 'desk speaker']);
    ringer.show(quietLine({ calls: [ended()] }));
    expect(seen.tone).toBeNull();
  });

  it('is seen but not heard in every other window', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing({ person: acme as never })], ringsIn: 'another' }));
    expect([seen.tone, seen.title]).toEqual([null, '(1) Incoming call — Acme Ltd']);
  });

  it('is not heard by whoever wants no sound', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing()], ringsIn: 'kims', preferences: { ...usualPreferences, ring: false } }));
    expect(seen.tone).toBeNull();
  });

  it('only knocks while another one is talked to', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing(), talking({ callId: 'first' })], ringsIn: 'kims' }));
    expect(seen.tone).toBe(callWaiting);
  });

  it('stops with the line', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing()], ringsIn: 'kims', notifiesIn: 'kims' }));
    ringer.show(null);
    expect([seen.tone, seen.title, seen.open]).toEqual([null, null, 0]);
  });
});

describe('a notification', () => {
  it('tells who calls, once, and goes when the call does', () => {
    const { ringer, seen } = kimsTab();
    const state = quietLine({ calls: [ringing({ queue: 'Support' })], ringsIn: 'kims', notifiesIn: 'kims' });
    ringer.show(state);
    ringer.show(state);
    expect(seen.notifications).toEqual(['Incoming call from WIRELESS CALLER | +1 (415) 555-0133 · via Support']);
    ringer.show(quietLine({ calls: [ended()] }));
    expect(seen.open).toBe(0);
  });

  it('takes on the name that NetSuite gives', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing()], notifiesIn: 'kims' }));
    ringer.show(quietLine({ calls: [ringing({ person: acme as never })], notifiesIn: 'kims' }));
    expect([seen.notifications.at(-1), seen.open]).toEqual(['Incoming call from Acme Ltd | +1 (415) 555-0133', 1]);
  });

  it('goes when a page of ours comes into view', () => {
    const { ringer, seen } = kimsTab();
    ringer.show(quietLine({ calls: [ringing()], notifiesIn: 'kims' }));
    ringer.show(quietLine({ calls: [ringing()], notifiesIn: null }));
    expect(seen.open).toBe(0);
  });

  it('is not shown where the browser does not allow it', () => {
    const { ringer, seen } = kimsTab(false);
    ringer.show(quietLine({ calls: [ringing()], notifiesIn: 'kims' }));
    expect(seen.notifications).toEqual([]);
  });
});
