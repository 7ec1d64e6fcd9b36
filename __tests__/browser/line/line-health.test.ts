import { connectionStep, noConnection, type Connection, type ConnectionFact } from '../../../src/core/connections/connection.ts';
import { createLineHealth } from '../../../src/browser/line/health/line-health.ts';
import { createFakeEnvironment } from './fakes.ts';
import { settled } from './hand-clock.ts';

const name = 'health:4321098:7';

async function open(fakes = createFakeEnvironment()) {
  let connection: Connection = noConnection;
  const health = createLineHealth({ environment: fakes.environment, store: fakes.store, name, connection: () => connection, sound: () => ({ audio: 'flows', quality: null }), onChange: () => undefined });
  await settled();
  return {
    ...fakes,
    health,
    happens(fact: ConnectionFact): void {
      const before = connection;
      connection = connectionStep(connection, fact, { windowMs: 300_000, stableMs: 60_000 });
      health.connectionChanged(before, connection);
    },
    codes: () => health.view().events.map(({ code }) => code),
    part: (which: string) => health.view().parts.find(({ part }) => part === which),
  };
}

describe('the health of a line that runs', () => {
  it('writes down what happens to the connection, and what its parts notice', async () => {
    const line = await open();
    line.happens({ what: 'signed-in', at: 1 });
    line.happens({ what: 'link', link: 'phone', is: 'up', at: 2 });
    line.health.note('register-failed', 503);
    expect(line.codes()).toEqual(['line-started', 'signed-in', 'registered', 'register-failed']);
  });

  it('is told by the browser when the network goes and comes', async () => {
    const line = await open();
    line.goOffline();
    expect(line.part('network')).toMatchObject({ level: 'bad', cause: 'offline' });
    line.goOnline();
    line.goOnline();
    expect(line.part('network')).toMatchObject({ level: 'good' });
    expect(line.codes()).toEqual(['line-started', 'went-offline', 'came-online']);
  });

  it('shows a refresh that failed until one succeeds', async () => {
    const line = await open();
    line.happens({ what: 'signed-in', at: 1 });
    line.health.tokenRefreshed(503);
    expect(line.part('token')).toMatchObject({ level: 'working', cause: 'refresh-failed' });
    line.health.tokenRefreshed(null);
    expect(line.part('token')).toMatchObject({ level: 'good' });
  });

  it('still knows the last events when the worker was restarted, also those noted while it was reading', async () => {
    const before = await open();
    before.health.note('gateway-closed', 1006);
    await settled();
    const after = await open(before);
    expect(after.codes()).toEqual(['line-started', 'gateway-closed', 'line-started']);
  });

  it('begins anew where what was kept is not what it wrote', async () => {
    const fakes = createFakeEnvironment();
    await fakes.store.set(name, [{ at: 'yesterday', code: 'x' }]);
    expect((await open(fakes)).codes()).toEqual(['line-started']);
  });

  it('keeps nothing but codes, numbers and times', async () => {
    const line = await open();
    line.happens({ what: 'signed-in', at: 1 });
    line.happens({ what: 'phone-refused', cause: 'no-digital-line', at: 2 });
    await settled();
    for (const event of (await line.store.get(name)) as object[]) expect(Object.keys(event).sort()).toEqual(['at', 'code', 'detail', 'times']);
  });
});
