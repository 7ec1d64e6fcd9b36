import type { ToWindow } from '../../../src/wire/line/messages.ts';
import type { Boot } from '../../../src/wire/session/boot.ts';
import * as electedModule from '../../../src/browser/hosting/elected.ts';
import type { HostedLine, IncomingPort, LineModule } from '../../../src/browser/hosting/hosted-line.ts';
import { createLineClient } from '../../../src/browser/windows/create-line-client.ts';
import { createFakeChannels, createFakeLocks } from '../line/fakes.ts';
import { settled } from '../line/hand-clock.ts';
import { boot } from '../line/windows.ts';
import { createFakeWindow, state } from './fake-window.ts';

/** One browser without SharedWorker: windows that elect the one that runs the line, which is a line in name only. */
function createBrowser() {
  const locks = createFakeLocks();
  const channels = createFakeChannels();
  const news: string[] = [];
  let lines = 0;

  async function open(name: string, over: Partial<Boot> = {}, loads = true) {
    const fake = createFakeWindow();
    if (over.lineIn === undefined) fake.withoutSharedWorker();
    Object.assign(fake.environment, { locks, openChannel: channels.open, newId: ((ids) => () => `${name}-${(ids += 1)}`)(0) });
    const openLine: LineModule['openLine'] = async (): Promise<HostedLine> => {
      lines += 1;
      const mine = lines;
      news.push(`line ${mine} runs in ${name}`);
      const ports = new Set<IncomingPort>();
      return {
        connect: (port) => port.onMessage((message) => {
          ports.add(port);
          const say = (told: ToWindow): void => port.post(told);
          if (message.kind === 'hello') {
            say({ kind: 'welcome', lock: `line-${mine}`, version: 'abc123' });
            say({ kind: 'state', state: state(1, { lastDialled: `line ${mine}` }) });
          } else if (message.kind === 'command') say({ kind: 'command-result', id: message.id, result: { done: true, value: null } });
        }),
        isBusy: () => true,
        isAlone: () => false,
        newerWaits: () => undefined,
        leave: async () => undefined,
        sever: () => news.push(`line ${mine} ends where it stands`),
      };
    };
    fake.module('/elected.js', electedModule);
    if (loads) fake.module('/line.js', { openLine, protocol: 'words' });
    const client = createLineClient({ boot: { ...boot, ...over }, page: 'record', environment: fake.environment });
    await settled(20);
    return { ...fake, client, knows: (): string | null => { const view = client.view(); return view.reach === 'here' ? view.state.lastDialled : view.reach; } };
  }
  return { open, news, locks };
}

describe('without SharedWorker', () => {
  it('the first window runs the line, the next one joins it and loads no line of its own', async () => {
    const browser = createBrowser();
    const first = await browser.open('first');
    const second = await browser.open('second');
    expect([first.knows(), second.knows(), browser.news]).toEqual(['line 1', 'line 1', ['line 1 runs in first']]);
    expect(second.modules).toEqual(['/elected.js', '/elected.js']);
    await expect(second.client.command({ name: 'forget-dial' })).resolves.toEqual({ done: true, value: null });
  });

  it('so it is also where an administrator wants no worker', async () => {
    const browser = createBrowser();
    const window = await browser.open('first', { lineIn: 'window' });
    expect([window.knows(), window.workers]).toEqual(['line 1', []]);
  });

  it('when the window that runs it closes, the next one goes on', async () => {
    const browser = createBrowser();
    const first = await browser.open('first');
    const second = await browser.open('second');
    first.client.close();
    browser.locks.die('line-1');
    await settled(20);
    expect([second.knows(), browser.news]).toEqual(['line 2', ['line 1 runs in first', 'line 1 ends where it stands', 'line 2 runs in second']]);
  });

  it('a window that goes into the back/forward cache lets go, and joins again when it comes back', async () => {
    const browser = createBrowser();
    const first = await browser.open('first');
    const second = await browser.open('second');
    first.tell('hide');
    first.tell('hide');
    browser.locks.die('line-1');
    await settled(20);
    expect([second.knows(), first.client.view().reach]).toEqual(['line 2', 'restarting']);
    first.tell('show', true);
    await settled(20);
    expect([first.knows(), browser.news.length]).toEqual(['line 2', 3]);
  });

  it('a window that cannot load the line says so after three tries', async () => {
    const browser = createBrowser();
    const window = await browser.open('first', {}, false);
    await window.clock.pass(5_000);
    expect(window.client.view()).toEqual({ reach: 'unavailable', why: 'script-not-loaded' });
  });
});
