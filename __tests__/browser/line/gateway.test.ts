import { createGateway } from '../../../src/browser/line/events/gateway.ts';
import type { FakeSocket } from './fakes.ts';
import { createFakeEnvironment } from './fakes.ts';
import { settled } from './hand-clock.ts';

const filters = ['/restapi/v1.0/account/~/extension/~/telephony/sessions?sipData=true'];

function open() {
  const fakes = createFakeEnvironment();
  const news: string[] = [];
  const events: unknown[] = [];
  const closes: { code: number; wasUp: boolean }[] = [];
  let forgotten = 0;
  let asked = 0;
  const token = { address: async () => `wss://ws.example.com/ws?access_token=t${(asked += 1)}`, forget: () => void (forgotten += 1) };
  const gateway = createGateway({
    environment: fakes.environment,
    timings: { gatewayRetryMs: 2_000, longestRetryMs: 60_000, heartbeatMs: 30_000, gatewayAnswerMs: 10_000 },
    token,
    eventFilters: filters,
    onNews: (is) => news.push(is),
    onClosed: (code, wasUp) => closes.push({ code, wasUp }),
    onEvent: (body) => events.push(body),
    onGap: () => news.push('gap'),
  });
  const socket = (): FakeSocket => fakes.sockets.at(-1) as FakeSocket;
  const say = async (meta: object, body?: unknown): Promise<void> => {
    socket().receive(JSON.stringify(body === undefined ? [meta] : [meta, body]));
    await settled(3);
  };
  const greet = (more: object = {}): Promise<void> => say({ type: 'ConnectionDetails', status: 200, wsc: { token: 'wsc-1', sequence: 1 } }, { recoveryTimeout: 180, ...more });
  const asks = (at = -1) => JSON.parse(socket().sent.at(at) ?? '[]') as [{ type: string; messageId: string; method?: string; path?: string }, { eventFilters?: string[] }?];
  const subscribe = (id = 'sub-1'): Promise<void> => say({ type: 'ClientRequest', messageId: asks()[0].messageId, status: 200 }, { id });
  const connect = async (): Promise<void> => {
    gateway.start();
    await settled(3);
    socket().open();
    await greet();
    await subscribe();
  };
  const notify = (body: unknown, subscriptionId = 'sub-1'): Promise<void> => say({ type: 'ServerNotification', status: 200, wsc: { token: 'wsc-9', sequence: 9 } }, { subscriptionId, body });
  return { ...fakes, gateway, news, events, closes, socket, say, greet, asks, subscribe, connect, notify, forgotten: () => forgotten };
}

describe('the event gateway', () => {
  it('is silent until RingCentral has spoken, then subscribes once and is up', async () => {
    const line = open();
    line.gateway.start();
    await settled(3);
    line.socket().open();
    expect(line.socket().sent).toEqual([]);
    await line.greet();
    expect(line.asks()).toMatchObject([{ type: 'ClientRequest', method: 'POST', path: '/restapi/v1.0/subscription' }, { eventFilters: filters }]);
    await line.subscribe();
    expect(line.news).toEqual(['starting', 'up']);
  });

  it('tells with which code a socket closed, and tries again at once when asked to', async () => {
    const line = open();
    await line.connect();
    line.socket().cut(1011);
    expect(line.closes).toEqual([{ code: 1011, wasUp: true }]);
    const sockets = line.sockets.length;
    line.gateway.tryNow();
    await settled(3);
    expect(line.sockets.length).toBe(sockets + 1);
    line.gateway.tryNow();
    await settled(3);
    expect(line.sockets.length).toBe(sockets + 1);
  });

  it('does not come back by being tried once it was stopped', async () => {
    const line = open();
    await line.connect();
    line.gateway.stop();
    const sockets = line.sockets.length;
    line.gateway.tryNow();
    await settled(3);
    expect(line.sockets.length).toBe(sockets);
  });

  it('passes on events of its own subscription only', async () => {
    const line = open();
    await line.connect();
    await line.notify({ hello: 1 });
    await line.notify({ hello: 2 }, 'somebody-else');
    expect(line.events).toEqual([{ hello: 1 }]);
  });

  it('recovers with the last wsc after a drop, and nothing is lost', async () => {
    const line = open();
    await line.connect();
    await line.notify({});
    line.socket().cut();
    expect(line.news.at(-1)).toBe('down');
    await line.clock.pass(2_000);
    expect(line.socket().url).toContain('&wsc=wsc-9');
    await line.greet({ recoveryState: 'Successful' });
    expect(line.socket().sent).toEqual([]);
    expect(line.news).toEqual(['starting', 'up', 'down', 'starting', 'up']);
  });

  it('subscribes anew and says that events were lost when it could not recover', async () => {
    const line = open();
    await line.connect();
    line.socket().cut();
    await line.clock.pass(2_000);
    await line.greet({ recoveryState: 'Failed' });
    await line.subscribe('sub-2');
    expect(line.news.slice(-2)).toEqual(['up', 'gap']);
    await line.notify({ after: true }, 'sub-2');
    expect(line.events).toEqual([{ after: true }]);
  });

  it('tells of the loss also when the first try to subscribe anew fails', async () => {
    const line = open();
    await line.connect();
    line.socket().cut();
    await line.clock.pass(2_000);
    await line.greet({ recoveryState: 'Failed' });
    await line.say({ type: 'ClientRequest', messageId: line.asks()[0].messageId, status: 503 });
    await line.clock.pass(4_000);
    await line.greet();
    await line.subscribe('sub-3');
    expect(line.news.slice(-2)).toEqual(['up', 'gap']);
  });

  it('asks after half a minute of silence, and counts as dead without an answer', async () => {
    const line = open();
    await line.connect();
    await line.clock.pass(30_000);
    expect(line.asks()[0].type).toBe('Heartbeat');
    await line.say(line.asks()[0]);
    await line.clock.pass(29_000);
    expect(line.news.at(-1)).toBe('up');
    await line.clock.pass(1_000 + 10_000);
    expect(line.news).toContain('down');
  });

  it('waits longer with each failure, and tries at once when the computer is online again', async () => {
    const line = open();
    line.gateway.start();
    await settled(3);
    for (const pause of [2_000, 4_000]) {
      const tries = line.sockets.length;
      line.socket().cut();
      await line.clock.pass(pause - 1);
      expect(line.sockets.length).toBe(tries);
      await line.clock.pass(1);
      expect(line.sockets.length).toBe(tries + 1);
    }
    line.socket().cut();
    const tries = line.sockets.length;
    line.goOnline();
    await settled(3);
    expect(line.sockets.length).toBe(tries + 1);
  });

  it('does not use a token again that did not open the gateway', async () => {
    const line = open();
    line.gateway.start();
    await settled(3);
    line.socket().cut(4400);
    expect(line.forgotten()).toBe(1);
  });

  it('survives nonsense', async () => {
    const line = open();
    await line.connect();
    for (const nonsense of ['{', '[]', '[1]', 'null', '[{"type":7}]', new ArrayBuffer(2)]) line.socket().receive(nonsense);
    expect(line.news.at(-1)).toBe('up');
  });

  it('is still after stop', async () => {
    const line = open();
    await line.connect();
    line.gateway.stop();
    await line.clock.pass(120_000);
    expect([line.news.at(-1), line.sockets.length, line.clock.waiting()]).toEqual(['up', 1, 0]);
  });
});
