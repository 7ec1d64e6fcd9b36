import { abilitiesOf, connectionStep, noConnection, type Connection, type ConnectionFact } from '../../../src/core/connections/connection.ts';
import { eventsBetween, mostHealthEvents, withEvent } from '../../../src/core/connections/health-events.ts';
import { healthOf, type HealthFacts } from '../../../src/core/connections/health-of.ts';
import type { HealthEvent, HealthPart, HealthPartName } from '../../../src/core/connections/health.ts';

const times = { windowMs: 300_000, stableMs: 60_000 };
const after = (...facts: ConnectionFact[]): Connection => facts.reduce((connection, fact) => connectionStep(connection, fact, times), noConnection);
const link = (which: 'events' | 'phone', is: 'up' | 'down' | 'off' | 'starting', at = 3_000): ConnectionFact => ({ what: 'link', link: which, is, at });
const signedIn: ConnectionFact[] = [{ what: 'company', setUp: true }, { what: 'signed-in', at: 1_000 }];
const allUp = [...signedIn, link('events', 'up'), link('phone', 'up')];

const quiet = (connection: Connection, more: Partial<HealthFacts> = {}): HealthFacts => ({ connection, online: true, refreshFailed: false, microphone: 'unknown', audio: 'flows', quality: null, ...more });
const part = (name: HealthPartName, facts: HealthFacts, before: HealthPart[] = [], at = 5_000): HealthPart => healthOf(before, facts, at).find((each) => each.part === name) as HealthPart;

describe('the health of a line', () => {
  it('is good everywhere it can be told when the phone is registered and events flow', () => {
    expect(healthOf([], quiet(after(...allUp)), 5_000).map(({ part: name, level }) => [name, level])).toEqual([
      ['network', 'good'], ['token', 'good'], ['gateway', 'good'], ['registration', 'good'], ['microphone', 'unknown'], ['quality', 'unknown'],
    ]);
  });

  it('says of a user who is not signed in that it is their move, and of a company without card that it is the administrator’s', () => {
    expect(part('token', quiet(after({ what: 'company', setUp: true })))).toMatchObject({ level: 'bad', cause: 'signed-out', mover: 'user' });
    expect(part('token', quiet(after({ what: 'company', setUp: false })))).toMatchObject({ level: 'bad', cause: 'not-set-up', mover: 'company-admin' });
    expect(part('registration', quiet(after({ what: 'company', setUp: true })))).toMatchObject({ level: 'unknown', cause: null, mover: null });
  });

  it('leaves a socket that dropped to the line itself, and one that keeps dropping to those who run the network', () => {
    const dropped = after(...allUp, link('events', 'down', 4_000));
    expect(part('gateway', quiet(dropped))).toMatchObject({ level: 'working', cause: 'gateway-down', mover: 'line' });
    const again = [link('events', 'up', 4_100), link('events', 'down', 4_200), link('events', 'up', 4_300), link('events', 'down', 4_400)];
    expect(part('gateway', quiet(after(...allUp, link('events', 'down', 4_000), ...again)))).toMatchObject({ level: 'bad', cause: 'gateway-flickers', mover: 'network-admin' });
  });

  it.each([
    ['no-digital-line', 'ringcentral-admin'],
    ['too-many-phones', 'user'],
    ['webphone-off', 'ringcentral-admin'],
  ] as const)('names %s and whose move it is', (cause, mover) => {
    expect(part('registration', quiet(after(...allUp, { what: 'phone-refused', cause, at: 4_000 })))).toMatchObject({ level: 'bad', cause, mover });
  });

  it('does not hold a blocked microphone against the registration', () => {
    const blocked = quiet(after(...allUp, { what: 'phone-refused', cause: 'microphone-blocked', at: 4_000 }));
    expect(part('registration', blocked)).toMatchObject({ level: 'good' });
    expect(part('microphone', blocked)).toMatchObject({ level: 'bad', cause: 'microphone-blocked', mover: 'user' });
  });

  it('keeps since when a part stands so, and begins anew when it changes', () => {
    const before = healthOf([], quiet(after(...allUp)), 5_000);
    expect(part('network', quiet(after(...allUp)), before, 9_000).since).toBe(5_000);
    expect(part('network', quiet(after(...allUp), { online: false }), before, 9_000)).toMatchObject({ level: 'bad', cause: 'offline', since: 9_000 });
  });

  it('tells of a call whose audio stopped before it tells how that sounded', () => {
    const connection = after(...allUp);
    expect(part('quality', quiet(connection, { quality: 'poor', audio: 'interrupted' }))).toMatchObject({ level: 'working', cause: 'audio-interrupted' });
    expect(part('quality', quiet(connection, { quality: 'poor' }))).toMatchObject({ level: 'bad', cause: 'quality-poor', mover: 'user' });
    expect(part('quality', quiet(connection, { quality: 'good' }))).toMatchObject({ level: 'good' });
  });
});

describe('the last events of a line', () => {
  const codes = (before: Connection, next: Connection): string[] => eventsBetween(before, next).map(({ code }) => code);

  it('tell of the sign-in, the gateway and the registration as they come and go', () => {
    expect(codes(noConnection, after(...signedIn))).toEqual(['signed-in']);
    expect(codes(after(...signedIn), after(...allUp))).toEqual(['gateway-up', 'registered']);
    expect(codes(after(...allUp), after(...allUp, link('phone', 'down')))).toEqual(['sip-closed']);
    expect(codes(after(...allUp), after(...allUp, { what: 'token-lost', cause: 'revoked' }))).toEqual(['sign-in-lost', 'phone-off']);
  });

  it('tell why there are no calls, once', () => {
    const refused = after(...allUp, { what: 'phone-refused', cause: 'too-many-phones', at: 4_000 });
    expect(eventsBetween(after(...allUp), refused)).toEqual([{ code: 'phone-refused', detail: 'too-many-phones' }]);
    expect(eventsBetween(refused, after(...allUp, { what: 'phone-refused', cause: 'too-many-phones', at: 9_000 }))).toEqual([]);
  });

  it('count what happens again and again instead of pushing everything else out', () => {
    const failed = { code: 'register-failed', detail: 503 } as const;
    const events = [1, 2, 3].reduce<HealthEvent[]>((known, at) => withEvent(known, failed, at), []);
    expect(events).toEqual([{ at: 3, code: 'register-failed', detail: 503, times: 3 }]);
  });

  it('are the newest fifty', () => {
    const many = Array.from({ length: 120 }, (_, at) => at).reduce<HealthEvent[]>((known, at) => withEvent(known, { code: 'refresh-failed', detail: 400 + at }, at), []);
    expect(many).toHaveLength(mostHealthEvents);
    expect(many.at(-1)).toMatchObject({ at: 119, detail: 519 });
  });
});

describe('an extension without a digital line', () => {
  it('is still called, and says of its own calls what they need', () => {
    const abilities = abilitiesOf(after(...allUp, { what: 'phone-refused', cause: 'no-digital-line', at: 4_000 }));
    expect(abilities.find(({ id }) => id === 'call')).toEqual({ id: 'call', on: false, missing: 'digital-line' });
    expect(abilities.find(({ id }) => id === 'be-called')).toEqual({ id: 'be-called', on: true, missing: null });
  });

  it('is called no more than anybody while its phone is not registered', () => {
    const abilities = abilitiesOf(after(...allUp, { what: 'phone-refused', cause: 'no-digital-line', at: 4_000 }, link('phone', 'down', 5_000)));
    expect(abilities.filter(({ missing }) => missing === 'phone').map(({ id }) => id)).toEqual(['call', 'be-called']);
  });
});
