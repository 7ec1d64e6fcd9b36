import { createFollowPopOut } from '../../../src/browser/line/media/follow-pop-out.ts';
import { openAudio } from './audio.ts';
import { settled } from './hand-clock.ts';

/** A call heard in the page `a`, to which a pop-out comes. */
async function popOut() {
  const line = openAudio();
  await line.heard();
  const follow = createFollowPopOut({ windows: { candidates: () => line.windows.map(({ windowId, visible, page = 'record' }) => ({ windowId, visible, page, sound: 'unlocked', awake: true, since: 1 })) }, places: line.places, requests: line.requests, timings: { microphoneMs: 30_000 } });
  line.asked.length = 0;
  await line.come('p', true, 'pop-out');
  const moved = follow('p');
  await settled(2);
  return { line, follow, moved };
}

describe('a pop-out window', () => {
  it('gets the call, and the page is let go only when the call is heard there', async () => {
    const { line, moved } = await popOut();
    expect(line.verbs()).toEqual(['p open']);
    await line.answer();
    await moved;
    expect([line.lost, line.places.windowOf('call-1')]).toEqual([['call-1'], 'p']);
    const offer = line.session.createOffer({ iceRestart: true });
    await settled(2);
    await line.answer('v=0');
    await offer;
    expect(line.verbs()).not.toContain('a close');
    const applied = line.session.applyAnswer('v=1');
    await settled(2);
    await line.answer();
    await applied;
    expect(line.verbs()).toEqual(['p open', 'p set-muted', 'p create-offer', 'p apply-answer', 'a close']);
  });

  it('without a microphone leaves the call where it is heard', async () => {
    const { line, moved } = await popOut();
    await line.refuse('microphone-blocked');
    await moved;
    expect([line.lost, line.places.windowOf('call-1'), line.places.isAttached('call-1')]).toEqual([[], 'a', true]);
  });

  it('that got the call muted meanwhile keeps it muted', async () => {
    const { line, moved } = await popOut();
    line.places.mute('call-1', true);
    await line.answer();
    await moved;
    expect(line.last()).toMatchObject({ windowId: 'p', request: { verb: 'set-muted', muted: true } });
  });

  it('keeps nothing of a call that ended while the person was asked for the microphone', async () => {
    const { line, moved } = await popOut();
    line.places.end('call-1');
    line.requests.reply('p', line.asked.find(({ request }) => request.verb === 'open')?.id ?? '', { ok: true, sdp: null });
    await moved;
    expect(line.verbs()).toEqual(['p open', 'a close', 'p close']);
  });

  it('that dies on the way gives the call back to the page, which was not let go', async () => {
    const { line, moved } = await popOut();
    await line.answer();
    await moved;
    await line.close('p');
    const opened = line.places.opened('call-1');
    await settled(2);
    await line.answer();
    await expect(opened).resolves.toBe('a');
    expect(line.verbs()).not.toContain('a close');
  });

  it('is asked for nothing where no call is, and a page that comes is no pop-out', async () => {
    const line = openAudio();
    const follow = createFollowPopOut({ windows: { candidates: () => [{ windowId: 'a', page: 'record', visible: true, sound: 'unlocked', awake: true, since: 1 }] }, places: line.places, requests: line.requests, timings: { microphoneMs: 30_000 } });
    await follow('a');
    expect(line.asked).toEqual([]);
  });
});
