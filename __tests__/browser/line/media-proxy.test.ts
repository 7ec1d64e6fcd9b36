import type { MediaRequest } from '../../../src/wire/line/media.ts';
import { createMediaProxy } from '../../../src/browser/line/media/media-proxy.ts';
import { createMediaRequests } from '../../../src/browser/line/media/media-requests.ts';
import type { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import { createFakeEnvironment } from './fakes.ts';
import { settled } from './hand-clock.ts';

function open(names: { windowId: string; visible: boolean }[] = [{ windowId: 'a', visible: true }]) {
  const { environment, clock } = createFakeEnvironment();
  const asked: { windowId: string; id: string; request: MediaRequest }[] = [];
  const failures: MediaFailure[] = [];
  const requests = createMediaRequests({ clock, newId: environment.newId, send: (windowId, id, request) => asked.push({ windowId, id, request }) });
  const proxy = createMediaProxy({
    windows: {
      candidates: () => names.map(({ windowId, visible }, since) => ({ windowId, page: 'record', visible, awake: true, since })),
      isAwake: () => true,
      post: (windowId, message) => { if (message.kind === 'media-request') asked.push({ windowId, id: message.id, request: message.request }); },
    },
    requests,
    timings: { mediaAnswerMs: 3_000, microphoneMs: 30_000 },
    newId: environment.newId,
    onFailure: (_callId, failure) => failures.push(failure),
    onChange: () => undefined,
  });
  const last = () => asked.at(-1) as (typeof asked)[number];
  const answer = async (sdp: string | null = null): Promise<void> => {
    requests.reply(last().windowId, last().id, { ok: true, sdp });
    await settled(2);
  };
  return { clock, proxy, requests, asked, failures, last, answer };
}
const session = ({ proxy }: ReturnType<typeof open>) => proxy.session({ callId: 'call-1', stunServers: ['stun1.example.com:19302'] });

describe('a call’s audio', () => {
  it('is opened once in the window that was clicked in, then used', async () => {
    const line = open([{ windowId: 'a', visible: true }, { windowId: 'b', visible: true }]);
    line.proxy.prefer('call-1', 'a');
    const offer = session(line).createOffer({ iceRestart: true });
    await settled(2);
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'open', stunServers: ['stun1.example.com:19302'] } });
    await line.answer();
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'create-offer', iceRestart: true } });
    await line.answer('v=0');
    await expect(offer).resolves.toBe('v=0');
    expect(line.proxy.windowsInUse()).toEqual({ 'call-1': 'a' });
  });

  it('goes to the next window when a hidden one waits for ever for its microphone', async () => {
    const line = open([{ windowId: 'b', visible: false }, { windowId: 'a', visible: false }]);
    const offer = session(line).createOffer();
    await line.clock.pass(3_001);
    expect(line.asked.map(({ windowId, request }) => [windowId, request.verb])).toEqual([['a', 'open'], ['a', 'close'], ['b', 'open']]);
    await line.answer();
    await line.answer('v=0');
    await expect(offer).resolves.toBe('v=0');
  });

  it('waits for a person who is asked to allow the microphone', async () => {
    const line = open();
    const offer = session(line).createOffer();
    await line.clock.pass(29_000);
    await line.answer();
    await line.answer('v=0');
    await expect(offer).resolves.toBe('v=0');
  });

  it('says so when the microphone is blocked, and can be tried again', async () => {
    const line = open();
    const call = session(line);
    const offer = call.createOffer();
    const refusal = expect(offer).rejects.toMatchObject({ kind: 'microphone-blocked' });
    await settled(2);
    line.requests.reply('a', line.last().id, { ok: false, failure: 'microphone-blocked', detail: 'NotAllowedError' });
    await refusal;
    const again = call.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await expect(again).resolves.toBe('v=0');
  });

  it('cannot be had without a window', async () => {
    await expect(session(open([])).createOffer()).rejects.toMatchObject({ kind: 'no-window' });
  });

  it('fails at once when the window dies, and never lets the library wait for an answer to apply', async () => {
    const line = open();
    const call = session(line);
    const offer = call.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await offer;
    await expect(call.applyAnswer('v=1')).resolves.toBeUndefined();
    await settled(2);
    line.requests.windowGone('a');
    await settled(2);
    expect(line.failures.map(({ kind }) => kind)).toEqual(['window-gone']);
  });

  it('takes no answer from another window', async () => {
    const line = open();
    let done = false;
    void session(line).createOffer().then(() => (done = true));
    await settled(2);
    line.requests.reply('stranger', line.last().id, { ok: true, sdp: null });
    await settled(2);
    expect([done, line.last().request.verb]).toEqual([false, 'open']);
  });

  it('is closed with its call', async () => {
    const line = open();
    const call = session(line);
    const offer = call.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await offer;
    call.dispose();
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'close', callId: 'call-1' } });
    expect(line.proxy.windowsInUse()).toEqual({});
  });
});
