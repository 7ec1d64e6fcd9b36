import { chipView } from '../../../src/browser/ui/chip-view.ts';
import type { ConnectionStatus } from '../../../src/core/connections/status.ts';
import { quietLine } from './states.ts';

const shown = (connection: ConnectionStatus) => chipView({ reach: 'here', state: quietLine({ connection }) });

describe('the chip', () => {
  test.each<[ConnectionStatus, string, string, boolean]>([
    [{ state: 'not-connected', companySetUp: true, failure: null }, 'Not connected', 'gray', false],
    [{ state: 'connecting', since: 0, step: 'sign-in-window' }, 'Connecting…', 'gray', true],
    [{ state: 'connecting', since: 0, step: 'phone' }, 'Connecting…', 'gray', true],
    [{ state: 'connected' }, 'Connected', 'green', false],
    [{ state: 'connected-no-calls', cause: 'webphone-off' }, 'Connected, no calls', 'amber', false],
    [{ state: 'reconnecting', since: 0, down: 'events', flickering: false }, 'Reconnecting', 'amber', false],
    [{ state: 'reconnect-needed', cause: 'revoked' }, 'Reconnect needed', 'orange', false],
  ])('of %j reads %s in %s', (status, label, tone, pulsing) => {
    expect(shown(status)).toMatchObject({ label, tone, pulsing });
  });

  test('says that the administrator has not set up RingCentral, once that is known', () => {
    expect(shown({ state: 'not-connected', companySetUp: false, failure: null }).details).toEqual(['Your administrator has not set up RingCentral yet.']);
    expect(shown({ state: 'not-connected', companySetUp: null, failure: null }).details).toEqual([]);
  });

  test('says since when the network is down and what is tried', () => {
    const since = new Date(2026, 10, 23, 14, 5).getTime();
    const [detail] = shown({ state: 'reconnecting', since, down: 'both', flickering: false }).details;
    expect(detail).toMatch(/^Since .*05.*\. The network connection to RingCentral is being reopened\.$/);
  });

  test('names the cause when the network keeps dropping', () => {
    expect(shown({ state: 'reconnecting', since: 0, down: 'events', flickering: true }).details[0]).toBe('Your network is dropping the WebSocket. Check VPN or firewall rules.');
  });

  test('pulses while the line is not reached yet, and while a new one starts', () => {
    expect(chipView({ reach: 'starting' })).toMatchObject({ label: 'Connecting…', pulsing: true });
    expect(chipView({ reach: 'restarting', last: quietLine() })).toMatchObject({ label: 'Connecting…', pulsing: true });
  });

  test('of a phone that cannot be loaded is gray and says what to do', () => {
    const view = chipView({ reach: 'unavailable', why: 'script-not-loaded' });
    expect(view).toMatchObject({ label: 'Not connected', tone: 'gray' });
    expect(view.details[0]).toContain('Reload this page');
  });
});
