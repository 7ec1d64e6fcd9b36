import type { ConnectionStatus } from '../../../src/core/connections/status.ts';
import type { Command, CommandResult } from '../../../src/wire/line/commands.ts';
import type { LineClient } from '../../../src/browser/windows/line-client.ts';
import { openSignInWindow } from '../../../src/browser/windows/open-sign-in-window.ts';
import { createFakeWindow, state } from './fake-window.ts';

function open(answer: CommandResult = { done: true, value: { url: 'https://platform.example.com/authorize?x=1' } }) {
  const fake = createFakeWindow();
  const asked: Command['name'][] = [];
  let connection: ConnectionStatus = { state: 'connecting', since: 0, step: 'sign-in-window' };
  const client = {
    command: async (command: Command) => { asked.push(command.name); return command.name === 'begin-sign-in' ? answer : { done: true, value: null }; },
    view: () => ({ reach: 'here', state: state(1, { connection }) }),
  } as unknown as LineClient;
  return { ...fake, asked, client, begin: () => openSignInWindow(client, fake.environment), is: (next: ConnectionStatus) => (connection = next) };
}

describe('the sign-in window', () => {
  it('opens inside the click, before anything is asked, and then gets its address', async () => {
    const window = open();
    const opening = window.begin();
    expect(window.popUp.opened).toBe(1);
    await opening;
    expect(window.popUp.url).toBe('https://platform.example.com/authorize?x=1');
  });

  it('that is blocked is reported', async () => {
    const window = open();
    window.popUp.blocked = true;
    await expect(window.begin()).resolves.toMatchObject({ done: false });
    expect(window.asked).toEqual(['sign-in-window-blocked']);
  });

  it('is closed again when the line cannot begin', async () => {
    const window = open({ done: false, refusal: 'not-set-up', detail: '' });
    await expect(window.begin()).resolves.toMatchObject({ refusal: 'not-set-up' });
    expect(window.popUp.closed).toBe(true);
  });

  it('that the user closes is reported once', async () => {
    const window = open();
    await window.begin();
    await window.clock.pass(5_000);
    expect(window.asked).toEqual(['begin-sign-in']);
    window.popUp.closed = true;
    await window.clock.pass(5_000);
    expect(window.asked).toEqual(['begin-sign-in', 'sign-in-window-closed']);
  });

  it('is not watched any more once the answer is there', async () => {
    const window = open();
    await window.begin();
    window.is({ state: 'connected' });
    window.popUp.closed = true;
    await window.clock.pass(5_000);
    expect([window.asked, window.clock.waiting()]).toEqual([['begin-sign-in'], 0]);
  });
});
