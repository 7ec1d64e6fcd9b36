import { nothingUnsent } from '../nothing-unsent.ts';
import { chooseBanners } from '../../../src/browser/app/choose-banners.ts';
import type { ConnectionStatus } from '../../../src/core/connections/status.ts';
import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import { ended, quietLine, ringing } from '../ui/states.ts';

const notConnected = (companySetUp: boolean): ConnectionStatus => ({ state: 'not-connected', companySetUp, failure: null });
const banners = (over: Parameters<typeof quietLine>[0], facts: Partial<Parameters<typeof chooseBanners>[0]> = {}) =>
  chooseBanners({ state: quietLine(over), company: 'hidden', screen: 'phone', soundBlocked: false, microphone: 'granted', notifications: 'granted', now: Date.UTC(2026, 10, 24), ...facts });

describe('banners', () => {
  test('are none while everything works, and none before the line is known', () => {
    expect(banners({})).toEqual([]);
    expect(banners({}, { state: null, company: 'edit', soundBlocked: true })).toEqual([]);
  });

  test('ask a Member to connect once the company is set up', () => {
    expect(banners({ connection: notConnected(true) })).toEqual(['connect']);
    expect(banners({ connection: notConnected(false) })).toEqual([]);
  });

  test('ask an admin to finish the set-up, and nobody else', () => {
    expect(banners({ connection: notConnected(false) }, { company: 'edit' })).toEqual(['finish-setup']);
    expect(banners({ connection: notConnected(false) }, { company: 'read' })).toEqual([]);
  });

  test('ask to reconnect when the token is gone, on every screen', () => {
    const lost = { connection: { state: 'reconnect-needed', cause: 'revoked' } } as const;
    expect(banners(lost)).toEqual(['reconnect']);
    expect(banners(lost, { screen: 'settings' })).toEqual(['reconnect']);
  });

  test('do not repeat on Settings what Settings offers', () => {
    expect(banners({ connection: notConnected(true) }, { screen: 'settings' })).toEqual([]);
    expect(banners({ connection: notConnected(false) }, { screen: 'settings', company: 'edit' })).toEqual([]);
  });

  test('are two at most, the most urgent first', () => {
    expect(banners({
      connection: { state: 'connected-no-calls', cause: 'microphone-blocked' },
      unsent: { ...nothingUnsent, waiting: 2, sessionEnded: true },
    }, { soundBlocked: true })).toEqual(['sound-blocked', 'microphone-blocked']);
  });

  test('tell of a newer version, once nothing stops calls', () => {
    expect(banners({ newerDeployed: true })).toEqual(['newer-version']);
    expect(banners({ newerDeployed: true, connection: { state: 'reconnect-needed', cause: 'revoked' } })).toEqual(['reconnect', 'newer-version']);
  });

  test('say that the NetSuite session ended while drafts wait', () => {
    expect(banners({ unsent: { ...nothingUnsent, waiting: 1, sessionEnded: true } })).toEqual(['session-ended']);
  });

  test('warn that nothing outlives the last page, before they say that drafts wait', () => {
    expect(banners({ unsent: { ...nothingUnsent, waiting: 1, sessionEnded: true, lasting: false } })).toEqual(['not-lasting', 'session-ended']);
  });

  test('warn before the first call that nothing would be heard, or that the browser will ask', () => {
    expect(banners({ soundLocked: true }, { microphone: 'prompt' })).toEqual(['sound-locked', 'microphone-not-asked']);
    expect(banners({ soundLocked: true, preferences: { ...usualPreferences, ring: false } })).toEqual([]);
    expect(banners({ connection: notConnected(true), soundLocked: true }, { microphone: 'prompt' })).toEqual(['connect']);
  });

  test('leave the microphone to a call that asks for it', () => {
    expect(banners({ calls: [ringing()] }, { microphone: 'prompt' })).toEqual([]);
    expect(banners({ calls: [ended()] }, { microphone: 'prompt' })).toEqual(['microphone-not-asked']);
  });

  test('say that the microphone is blocked as soon as the browser says so, not with the first call', () => {
    expect(banners({}, { microphone: 'denied' })).toEqual(['microphone-blocked']);
    expect(banners({}, { microphone: 'unknown' })).toEqual([]);
  });

  test('offer notifications, again a week after they were put away, and never where they are blocked or not wanted', () => {
    const dismissed = (notificationsDismissedAt: number) => banners({ preferences: { ...usualPreferences, notificationsDismissedAt } }, { notifications: 'prompt' });
    expect(banners({}, { notifications: 'prompt' })).toEqual(['notifications']);
    expect(dismissed(Date.UTC(2026, 10, 17, 0, 0, 1))).toEqual([]);
    expect(dismissed(Date.UTC(2026, 10, 17))).toEqual(['notifications']);
    expect(banners({}, { notifications: 'denied' })).toEqual([]);
    expect(banners({ preferences: { ...usualPreferences, notify: false } }, { notifications: 'prompt' })).toEqual([]);
  });
});
