import type { MediaRequest } from '../../../src/wire/line/media.ts';
import type { CallMedia } from '../../../src/browser/media/call-media.ts';
import { createMediaDesk } from '../../../src/browser/media/create-media.ts';

const named = (name: string): Error => Object.assign(new Error('details the browser gave'), { name });

function open(failure: Error | null = null) {
  const done: string[] = [];
  const call = {
    open: async () => { done.push('open'); if (failure) throw failure; },
    createOffer: async () => 'v=0 offer', createAnswer: async () => 'v=0 answer', applyAnswer: async () => undefined,
    setMuted: (muted: boolean) => void done.push(`muted ${muted}`), sendKeys: (keys: string) => void done.push(keys),
    changeInput: async () => undefined, changeOutput: async () => undefined, hear: async () => void done.push('hear'), close: () => void done.push('close'),
  } as unknown as CallMedia;
  let opened = 0;
  return { desk: createMediaDesk({ onEvent: () => undefined, openCall: () => { opened += 1; return call; } }), done, opened: () => opened };
}
const start: MediaRequest = { verb: 'open', callId: 'c1', stunServers: [], muted: false, devices: { microphone: null, speaker: null } };

describe('a window’s media desk', () => {
  it('serves the line’s requests for its calls', async () => {
    const { desk, done, opened } = open();
    expect(await desk.handle(start)).toEqual({ ok: true, sdp: null });
    await desk.handle(start);
    expect(await desk.handle({ verb: 'create-offer', callId: 'c1', iceRestart: true })).toEqual({ ok: true, sdp: 'v=0 offer' });
    expect(await desk.handle({ verb: 'set-muted', callId: 'c1', muted: true })).toEqual({ ok: true, sdp: null });
    await desk.handle({ verb: 'close', callId: 'c1' });
    expect([opened(), done]).toEqual([1, ['open', 'open', 'muted true', 'close']]);
  });

  it('knows no call that was not opened here, or was closed', async () => {
    const { desk } = open();
    expect(await desk.handle({ verb: 'create-offer', callId: 'c1', iceRestart: true })).toMatchObject({ ok: false, failure: 'no-such-call' });
    expect(await desk.handle({ verb: 'close', callId: 'c1' })).toEqual({ ok: true, sdp: null });
  });

  it.each([
    ['NotAllowedError', 'microphone-blocked'],
    ['NotFoundError', 'microphone-missing'],
    ['NotReadableError', 'microphone-missing'],
    ['InvalidStateError', 'webrtc'],
  ])('answers %s with %s, and without the browser’s words', async (name, failure) => {
    expect(await open(named(name)).desk.handle(start)).toEqual({ ok: false, failure, detail: name });
  });

  it('plays in a click what was held back', async () => {
    const { desk, done } = open();
    await desk.handle(start);
    await desk.hear();
    expect(done.at(-1)).toBe('hear');
  });
});
