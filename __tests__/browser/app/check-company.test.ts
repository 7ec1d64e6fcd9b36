import { checkCompany, isLoopback } from '../../../src/browser/app/settings/check-company.ts';
import { refusedFields } from '../../../src/browser/app/settings/refused-fields.ts';
import { screenOf } from '../../../src/browser/app/screens.ts';

const card = { servers: [{ label: 'RingCentral', origin: 'https://platform.ringcentral.com' }] };
const good = { clientId: 'Wq3-kT_9', server: 'https://platform.ringcentral.com', redirectUri: '' };

describe('the company card', () => {
  test('takes RingCentral’s own server, or this machine for trying out', () => {
    expect(checkCompany(good, card, true)).toEqual({});
    expect(checkCompany({ ...good, server: 'http://ringcentral.localhost:8090' }, card, true)).toEqual({});
  });

  test('says at each field what cannot be right', () => {
    const errors = checkCompany({ clientId: 'not an id', server: 'https://platform.ringcentral.com.evil.example', redirectUri: 'here' }, card, false);
    expect(Object.keys(errors).sort()).toEqual(['clientId', 'redirectUri', 'server']);
  });

  test('wants a redirect page’s whole address only where one is used', () => {
    expect(checkCompany(good, card, false)).toHaveProperty('redirectUri');
    expect(checkCompany({ ...good, redirectUri: 'https://phone.example.com/return.html' }, card, false)).toEqual({});
    expect(checkCompany({ ...good, redirectUri: 'http://phone.example.com/return.html' }, card, false)).toHaveProperty('redirectUri');
  });

  test.each(['http://localhost:8090', 'https://127.0.0.1:1', 'http://a.b.localhost:9'])('%s is this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  test.each(['http://localhost.example.com', 'ftp://localhost', 'localhost:8090', 'http://127.0.0.1.nip.io', ''])('%s is not', (address) => {
    expect(isLoopback(address)).toBe(false);
  });

  test('shows the server’s refusal at the field that it names', () => {
    expect(Object.keys(refusedFields({ kind: 'refused', message: 'settings.server' }))).toEqual(['server']);
    expect(refusedFields({ kind: 'network', message: 'server' })).toEqual({});
  });
});

test('an unknown address shows the home screen', () => {
  expect([screenOf('#settings'), screenOf('#nowhere'), screenOf('')]).toEqual(['settings', 'phone', 'phone']);
});
