import type { Call } from '../../../src/core/calls/call.ts';
import type { DialogSnapshot } from '../../../src/wire/line/dialog.ts';
import type { MediaReply } from '../../../src/wire/line/media.ts';
import { createLineClient } from '../../../src/browser/windows/create-line-client.ts';
import { boot } from '../line/windows.ts';
import { settled } from '../line/hand-clock.ts';
import { createFakeWindow, state } from './fake-window.ts';

async function open(prepare: (fake: ReturnType<typeof createFakeWindow>) => void = () => undefined, askBeforeLeaving = false) {
  const fake = createFakeWindow();
  prepare(fake);
  const client = createLineClient({ boot: { ...boot, askBeforeLeaving }, page: 'record', environment: fake.environment });
  await settled(2);
  const greet = (): void => {
    fake.worker().say({ kind: 'welcome', lock: 'worker-1', version: 'abc123' });
    fake.worker().say({ kind: 'state', state: state(1) });
  };
  return { ...fake, client, greet };
}

describe('a window and the line', () => {
  it('meet in a worker named after account, user and version, with a hello under the window’s own lock', async () => {
    const window = await open();
    expect(window.worker()).toMatchObject({ url: '/line.js', name: 'rcns:4321098_SB1:7:abc123' });
    expect(window.worker().heard).toEqual([{ kind: 'hello', windowId: 'window-1', lock: 'rcns-window:window-1', page: 'record', visible: true, sound: 'unknown', boot, protocol: 'words', madeAt: 1_000, dialogs: null, carries: [] }]);
  });

  it('tell each other whether a ring would be heard here, also when a page comes back', async () => {
    const window = await open();
    window.hear('locked');
    window.hear('unlocked');
    expect(window.worker().heard.slice(1)).toEqual([{ kind: 'sound', sound: 'locked' }, { kind: 'sound', sound: 'unlocked' }]);
    window.tell('show', true);
    expect(window.worker().heard.at(-1)).toMatchObject({ kind: 'hello', sound: 'unlocked' });
  });

  it('shows what the line last said, and never goes back to older news', async () => {
    const window = await open();
    expect(window.client.view()).toEqual({ reach: 'starting' });
    window.greet();
    window.worker().say({ kind: 'state', state: state(3, { testServer: true }) });
    window.worker().say({ kind: 'state', state: state(2) });
    expect(window.client.view()).toMatchObject({ reach: 'here', state: { revision: 3, testServer: true } });
  });

  it('gets each command answered once', async () => {
    const window = await open();
    window.greet();
    const result = window.client.command({ name: 'dial', number: '101', person: null });
    const asked = window.worker().heard.at(-1);
    if (asked?.kind !== 'command') throw new Error('no command');
    window.worker().say({ kind: 'command-result', id: asked.id, result: { done: true, value: null } });
    await expect(result).resolves.toEqual({ done: true, value: null });
  });

  it('starts a new worker when the old one dies, and answers what was waiting', async () => {
    const window = await open();
    window.greet();
    const result = window.client.command({ name: 'forget-dial' });
    window.locks.die('worker-1');
    await expect(result).resolves.toMatchObject({ done: false, refusal: 'failed' });
    expect(window.client.view()).toMatchObject({ reach: 'restarting', last: { revision: 1 } });
    expect(window.workers).toHaveLength(2);
    window.greet();
    expect(window.client.view()).toMatchObject({ reach: 'here', state: { revision: 1 } });
  });

  it('says asleep when it goes into the page cache, and hello when it comes back', async () => {
    const window = await open();
    window.greet();
    window.tell('hide');
    expect(window.worker().heard.at(-1)).toEqual({ kind: 'asleep' });
    window.tell('show', false);
    expect(window.worker().heard.at(-1)).toEqual({ kind: 'asleep' });
    window.tell('show', true);
    expect(window.worker().heard.at(-1)).toMatchObject({ kind: 'hello', windowId: 'window-1' });
  });

  it('tells when it comes into view or leaves it', async () => {
    const window = await open();
    window.hide();
    window.tell('visibility');
    expect(window.worker().heard.at(-1)).toEqual({ kind: 'visible', visible: false });
  });

  it('keeps in memory and in the tab what the next line needs, and gives it with its hello', async () => {
    const window = await open();
    window.greet();
    window.worker().say({ kind: 'dialogs', dialogs: [{ callId: 'in-1' }] as DialogSnapshot[] });
    window.locks.die('worker-1');
    await settled(2);
    expect(window.worker().heard).toEqual([expect.objectContaining({ kind: 'hello', dialogs: [{ callId: 'in-1' }] })]);
    expect(window.session.get('rcns-dialogs')).toEqual([{ callId: 'in-1' }]);
    window.worker().say({ kind: 'dialogs', dialogs: [] });
    expect(window.session.get('rcns-dialogs')).toEqual([]);
  });

  it('gives what the page before it in this tab has kept', async () => {
    const window = await open((fake) => fake.session.set('rcns-dialogs', [{ callId: 'in-1' }]));
    expect(window.worker().heard[0]).toMatchObject({ kind: 'hello', dialogs: [{ callId: 'in-1' }] });
  });

  it('says with its hello which calls’ audio it still has', async () => {
    const window = await open();
    window.greet();
    window.worker().say({ kind: 'media-request', id: 'r1', request: { verb: 'open', callId: 'in-1', stunServers: [], muted: false, devices: { microphone: null, speaker: null } } });
    window.locks.die('worker-1');
    await settled(2);
    expect(window.worker().heard[0]).toMatchObject({ kind: 'hello', carries: ['in-1'] });
  });

  it('keeps what is asked before there is a line, and asks it of the one that welcomes it', async () => {
    const window = await open();
    const dialled = window.client.command({ name: 'dial', number: '101', person: null });
    window.worker().say({ kind: 'moved', to: { version: 'def456', protocol: 'words', madeAt: 9_000, at: { in: 'worker', url: '/new.js', name: 'new' } } });
    await settled(2);
    expect(window.worker().heard.map(({ kind }) => kind)).toEqual(['hello']);
    window.greet();
    const asked = window.worker().heard.at(-1);
    if (asked?.kind !== 'command') throw new Error('no command');
    window.worker().say({ kind: 'command-result', id: asked.id, result: { done: true, value: null } });
    await expect(dialled).resolves.toEqual({ done: true, value: null });
  });

  it('goes where the line says it has moved, and says so to the user meanwhile', async () => {
    const window = await open();
    window.greet();
    window.worker().say({ kind: 'moved', to: { version: 'def456', protocol: 'words', madeAt: 9_000, at: { in: 'worker', url: '/new.js', name: 'new' } } });
    expect(window.client.view()).toMatchObject({ reach: 'restarting' });
    await settled(2);
    expect(window.worker()).toMatchObject({ url: '/new.js', name: 'new', heard: [{ kind: 'hello', windowId: 'window-1', madeAt: 9_000 }] });
    window.greet();
    window.worker().say({ kind: 'state', state: state(1, { version: 'def456' }) });
    expect(window.client.view()).toMatchObject({ reach: 'here', state: { revision: 1 } });
    window.worker().say({ kind: 'state', state: state(2, { version: 'def456' }) });
    expect(window.client.view()).toMatchObject({ state: { newerDeployed: true } });
  });

  it('offers nothing any more once somebody else uses this browser’s phone', async () => {
    const window = await open();
    window.greet();
    window.worker().say({ kind: 'replaced' });
    window.locks.die('worker-1');
    window.tell('show', true);
    await settled(2);
    expect([window.workers.length, window.client.view()]).toEqual([1, { reach: 'unavailable', why: 'replaced' }]);
    await expect(window.client.command({ name: 'begin-sign-in' })).resolves.toMatchObject({ done: false });
  });

  it('does not talk to a line whose words it does not know; its own has its turn later', async () => {
    const window = await open();
    window.worker().say({ kind: 'moved', to: { version: 'def456', protocol: 'other words', madeAt: 500, at: { in: 'worker', url: '/old.js', name: 'old' } } });
    await settled(2);
    expect([window.workers.length, window.client.view()]).toEqual([1, { reach: 'unavailable', why: 'other-version' }]);
    await expect(window.client.command({ name: 'forget-dial' })).resolves.toMatchObject({ done: false });
    window.greet();
    expect(window.client.view()).toMatchObject({ reach: 'here' });
  });

  it.each([[false, false], [true, true]])('asks before leaving exactly while it carries the audio of a live call, where the account wants that: %s', async (wanted, asks) => {
    const window = await open(() => undefined, wanted);
    window.greet();
    const say = (revision: number, phase: 'ringing' | 'ended', windowId: string): void =>
      window.worker().say({ kind: 'state', state: state(revision, { calls: [{ callId: 'in-1', phase } as Call], mediaWindows: { 'in-1': windowId } }) });
    say(2, 'ringing', 'another-window');
    expect(window.asksBeforeLeaving()).toBe(false);
    say(3, 'ringing', 'window-1');
    say(4, 'ringing', 'window-1');
    expect(window.asksBeforeLeaving()).toBe(asks);
    say(5, 'ended', 'window-1');
    expect(window.asksBeforeLeaving()).toBe(false);
  });

  it('tries again when the worker does not start, and says so after the third time', async () => {
    const window = await open();
    window.worker().fail();
    await window.clock.pass(1_000);
    window.worker().fail();
    await window.clock.pass(1_000);
    expect(window.client.view()).toEqual({ reach: 'starting' });
    window.worker().fail();
    expect([window.workers.length, window.client.view()]).toEqual([3, { reach: 'unavailable', why: 'script-not-loaded' }]);
  });
});

describe('a window that carries a call’s audio', () => {
  const media = () => {
    let onEvent: (event: unknown) => void = () => undefined;
    const done: string[] = [];
    return {
      done,
      block: () => onEvent({ what: 'sound-blocked', callId: 'in-1' }),
      module: { createMedia: (tools: { onEvent: typeof onEvent }) => { onEvent = tools.onEvent; return { handle: async (request: { verb: string }): Promise<MediaReply> => { done.push(request.verb); return { ok: true, sdp: 'v=0' }; }, hear: async () => void done.push('hear'), close: () => undefined }; } },
    };
  };

  it('loads the media module once, when it is first asked', async () => {
    const fake = media();
    const window = await open((each) => each.media(fake.module));
    window.greet();
    expect(window.modules).toEqual([]);
    window.worker().say({ kind: 'media-request', id: 'r1', request: { verb: 'open', callId: 'in-1', stunServers: [], muted: false, devices: { microphone: null, speaker: null } } });
    window.worker().say({ kind: 'media-request', id: 'r2', request: { verb: 'create-offer', callId: 'in-1', iceRestart: false } });
    await settled(3);
    expect([window.modules, fake.done]).toEqual([['/media.js'], ['open', 'create-offer']]);
    expect(window.worker().heard.at(-1)).toEqual({ kind: 'media-reply', id: 'r2', reply: { ok: true, sdp: 'v=0' } });
  });

  it('says so when the module cannot be used, and tries again next time', async () => {
    const window = await open((each) => each.media({}));
    window.greet();
    const ask = async (): Promise<void> => { window.worker().say({ kind: 'media-request', id: 'r1', request: { verb: 'open', callId: 'in-1', stunServers: [], muted: false, devices: { microphone: null, speaker: null } } }); await settled(3); };
    await ask();
    expect(window.worker().heard.at(-1)).toMatchObject({ kind: 'media-reply', reply: { ok: false, failure: 'webrtc' } });
    window.media(media().module);
    await ask();
    expect(window.worker().heard.at(-1)).toMatchObject({ reply: { ok: true } });
  });

  it('offers a click when the browser holds the far voice back, until it is heard or the call is over', async () => {
    const fake = media();
    const window = await open((each) => each.media(fake.module));
    window.greet();
    const heard: boolean[] = [];
    window.client.subscribe(() => heard.push(window.client.soundBlocked()));
    const ask = async (verb: 'open' | 'close'): Promise<void> => { window.worker().say({ kind: 'media-request', id: 'r1', request: verb === 'open' ? { verb, callId: 'in-1', stunServers: [], muted: false, devices: { microphone: null, speaker: null } } : { verb, callId: 'in-1' } }); await settled(3); };
    await ask('open');
    fake.block();
    expect([window.client.soundBlocked(), heard.at(-1)]).toEqual([true, true]);
    await window.client.hear();
    expect([window.client.soundBlocked(), heard.at(-1), fake.done.at(-1)]).toEqual([false, false, 'hear']);
    fake.block();
    await ask('close');
    expect(window.client.soundBlocked()).toBe(false);
  });

  it('tells the line when the user allows the microphone that was blocked', async () => {
    const window = await open();
    window.greet();
    window.worker().say({ kind: 'state', state: state(2, { connection: { state: 'connected-no-calls', cause: 'microphone-blocked' } }) });
    window.allowMicrophone();
    expect(window.worker().heard.at(-1)).toEqual({ kind: 'media-event', event: { what: 'microphone-allowed' } });
  });
});
