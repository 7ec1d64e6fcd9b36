import { createSeverableEnvironment } from '../../../src/browser/line/severable-environment.ts';
import { createFakeEnvironment } from './fakes.ts';

/** A line at work: a socket, a pause, a channel, a request under way, and an ear for the network. */
function atWork() {
  const browser = createFakeEnvironment();
  const signals: AbortSignal[] = [];
  const { environment, sever } = createSeverableEnvironment({ ...browser.environment, fetch: (_, init) => new Promise((_resolve, reject) => {
    const signal = init?.signal as AbortSignal;
    signals.push(signal);
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  }) });
  const heard: string[] = [];
  environment.clock.after(1_000, () => heard.push('pause'));
  environment.onOnline(() => heard.push('online'));
  environment.onOffline(() => heard.push('offline'));
  environment.openChannel('rcns-line-of:TSTDRV1:17', () => heard.push('channel'));
  environment.openSocket('wss://sip.example.com:8083').addEventListener('close', () => heard.push('socket closed'));
  const request = environment.fetch('/app/site/hosting/scriptlet.nl').catch(() => heard.push('request ended'));
  const neighbour = browser.environment.openChannel('rcns-line-of:TSTDRV1:17', () => heard.push('neighbour'));
  const everything = async (): Promise<void> => {
    browser.goOffline();
    browser.goOnline();
    neighbour.post({ say: 'where' });
    await browser.clock.pass(1_000);
  };
  return { browser, environment, sever, heard, request, everything };
}

describe('A line in a window that is cut off', () => {
  test('hears everything until then', async () => {
    const { everything, heard } = atWork();
    await everything();
    expect(heard).toEqual(['offline', 'online', 'channel', 'pause']);
  });

  test('hears of nothing any more, and what it had open is closed', async () => {
    const { browser, everything, heard, request, sever } = atWork();
    sever();
    await request;
    await everything();
    expect(heard).toEqual(['socket closed', 'request ended']);
    expect(browser.sockets.map((socket) => socket.readyState)).toEqual([3]);
  });

  test('begins nothing any more', async () => {
    const { browser, environment, heard, sever } = atWork();
    sever();
    environment.clock.after(1, () => heard.push('late pause'));
    environment.openChannel('rcns-line-of:TSTDRV1:17', () => undefined).post('late');
    expect(() => environment.openSocket('wss://sip.example.com:8083')).toThrow('This line has ended.');
    await browser.clock.pass(5);
    expect(heard).not.toContain('late pause');
    expect(heard).not.toContain('neighbour');
  });
});
