import { abilitiesOf, connectionStep, nextTick, noConnection, statusOf, type Connection, type ConnectionFact } from '../../../src/core/connections/connection.ts';

const times = { windowMs: 300_000, stableMs: 60_000 };
const told = (...facts: ConnectionFact[]): Connection => facts.reduce((connection, fact) => connectionStep(connection, fact, times), noConnection);
const minute = 60_000;

const company: ConnectionFact = { what: 'company', setUp: true };
const signedIn: ConnectionFact = { what: 'signed-in', at: 0 };
const link = (which: 'events' | 'phone', is: 'off' | 'starting' | 'up' | 'down', at: number): ConnectionFact => ({ what: 'link', link: which, is, at });
const connected = [company, signedIn, link('events', 'up', 100), link('phone', 'up', 200)];
const drop = (at: number): ConnectionFact[] => [link('events', 'down', at), link('events', 'starting', at + 2_000), link('events', 'up', at + 2_100)];

describe('the chip', () => {
  it('is Not connected, and knows whether the company is set up', () => {
    expect(statusOf(noConnection)).toEqual({ state: 'not-connected', companySetUp: null, failure: null });
    expect(statusOf(told({ what: 'company', setUp: false }))).toEqual({ state: 'not-connected', companySetUp: false, failure: null });
  });

  it('is Connecting… while the window is open, and while the phone starts', () => {
    expect(statusOf(told(company, { what: 'signing-in', at: 50 }))).toEqual({ state: 'connecting', since: 50, step: 'sign-in-window' });
    expect(statusOf(told(company, signedIn, link('events', 'up', 10)))).toEqual({ state: 'connecting', since: 0, step: 'phone' });
  });

  it('is Connected with events and phone', () => {
    expect(statusOf(told(...connected))).toEqual({ state: 'connected' });
  });

  it('goes quietly back when the user closes the window', () => {
    expect(statusOf(told(company, { what: 'signing-in', at: 50 }, { what: 'sign-in-ended', failure: null }))).toMatchObject({ state: 'not-connected', failure: null });
  });

  it('goes back to Reconnect needed when reconnecting is given up, and shows a failure when there is one', () => {
    const lost = [...connected, { what: 'token-lost', cause: 'expired' }, { what: 'signing-in', at: 900 }] as ConnectionFact[];
    expect(statusOf(told(...lost, { what: 'sign-in-ended', failure: null }))).toEqual({ state: 'reconnect-needed', cause: 'expired' });
    expect(statusOf(told(...lost, { what: 'sign-in-ended', failure: { kind: 'state-mismatch' } }))).toMatchObject({ state: 'not-connected', failure: { kind: 'state-mismatch' } });
  });

  it('ignores a late failure of a window when another answer has signed in', () => {
    expect(statusOf(told(...connected, { what: 'sign-in-ended', failure: null }))).toEqual({ state: 'connected' });
  });

  it('is Connected, no calls when RingCentral refuses the phone, and stays so while that is tried again', () => {
    const refused = [company, signedIn, link('events', 'up', 100), { what: 'phone-refused', cause: 'webphone-off', at: 200 }] as ConnectionFact[];
    expect(statusOf(told(...refused))).toEqual({ state: 'connected-no-calls', cause: 'webphone-off' });
    expect(statusOf(told(...refused, link('phone', 'starting', 900)))).toEqual({ state: 'connected-no-calls', cause: 'webphone-off' });
    expect(statusOf(told(...refused, link('phone', 'up', 950)))).toEqual({ state: 'connected' });
  });

  it('is Reconnecting since the drop, and says what is down', () => {
    expect(statusOf(told(...connected, link('events', 'down', 5_000)))).toEqual({ state: 'reconnecting', since: 5_000, down: 'events', flickering: false });
    expect(statusOf(told(...connected, link('events', 'down', 5_000), link('phone', 'down', 5_100)))).toEqual({ state: 'reconnecting', since: 5_000, down: 'both', flickering: false });
  });

  it('is green again by itself as soon as everything is up', () => {
    expect(statusOf(told(...connected, ...drop(5_000)))).toEqual({ state: 'connected' });
  });

  it('is Reconnecting, not Connecting…, when the network is down from the start', () => {
    expect(statusOf(told(company, signedIn, link('events', 'down', 700)))).toEqual({ state: 'reconnecting', since: 700, down: 'events', flickering: false });
  });

  it('is Connecting… again, not Reconnecting, when the phone was put away with the last page', () => {
    const away = [...connected, link('events', 'off', 9_000), link('phone', 'off', 9_000)];
    expect(statusOf(told(...away))).toEqual({ state: 'connecting', since: 0, step: 'phone' });
    expect(statusOf(told(...away, link('events', 'up', 20_000), link('phone', 'up', 20_100)))).toEqual({ state: 'connected' });
  });

  it('is Reconnect needed when the token is gone', () => {
    expect(statusOf(told(...connected, { what: 'token-lost', cause: 'revoked' }))).toEqual({ state: 'reconnect-needed', cause: 'revoked' });
  });

  it('hears nothing of links after signing out', () => {
    expect(statusOf(told(...connected, { what: 'disconnected' }, link('phone', 'up', 9_000)))).toMatchObject({ state: 'not-connected' });
  });
});

describe('a flickering connection', () => {
  const twice = [...connected, ...drop(1 * minute), ...drop(2 * minute)];
  const thrice = [...twice, ...drop(3 * minute)];
  const upAgain = 3 * minute + 2_100;

  it('stays amber from the third drop in five minutes, though everything is up', () => {
    expect(statusOf(told(...twice))).toEqual({ state: 'connected' });
    expect(statusOf(told(...thrice))).toEqual({ state: 'reconnecting', since: 3 * minute, down: 'events', flickering: true });
  });

  it('turns green after sixty seconds without a drop, not before', () => {
    expect(nextTick(told(...thrice), times)).toBe(upAgain + minute);
    expect(statusOf(told(...thrice, { what: 'tick', at: upAgain + minute - 1 }))).toMatchObject({ state: 'reconnecting' });
    expect(statusOf(told(...thrice, { what: 'tick', at: upAgain + minute }))).toEqual({ state: 'connected' });
  });

  it('counts the sixty seconds anew after another drop', () => {
    const again = [...thrice, ...drop(upAgain + 50_000)];
    expect(statusOf(told(...again, { what: 'tick', at: upAgain + minute }))).toMatchObject({ state: 'reconnecting', flickering: true });
    expect(nextTick(told(...again), times)).toBe(upAgain + 50_000 + 2_100 + minute);
  });

  it('forgets drops older than five minutes', () => {
    expect(statusOf(told(...connected, ...drop(1 * minute), ...drop(2 * minute), ...drop(6 * minute + 1)))).toEqual({ state: 'connected' });
  });

  it('counts a drop that takes both at once as one', () => {
    const both = (at: number): ConnectionFact[] => [link('events', 'down', at), link('phone', 'down', at + 5), link('events', 'up', at + 900), link('phone', 'up', at + 950)];
    expect(statusOf(told(...connected, ...both(minute), ...both(2 * minute)))).toEqual({ state: 'connected' });
  });
});

describe('the five lines under the chip', () => {
  const lines = (connection: Connection) => Object.fromEntries(abilitiesOf(connection).map(({ id, on, missing }) => [id, on || missing]));

  it('are all on when connected', () => {
    expect(lines(told(...connected))).toEqual({ call: true, 'be-called': true, text: true, notifications: true, log: true });
  });

  it('say what is missing', () => {
    expect(lines(noConnection)).toEqual({ call: 'connection', 'be-called': 'connection', text: 'connection', notifications: 'connection', log: 'connection' });
    expect(lines(told({ what: 'company', setUp: false })).call).toBe('set-up');
    expect(lines(told(company, signedIn, link('phone', 'up', 1)))).toMatchObject({ call: true, notifications: 'events' });
    expect(lines(told(company, signedIn, link('events', 'up', 1)))).toMatchObject({ call: 'phone', 'be-called': 'phone', text: true });
  });
});
