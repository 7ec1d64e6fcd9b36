import { openAudio } from './audio.ts';
import { settled } from './hand-clock.ts';

describe('a call’s audio', () => {
  it('is opened once in the window that was clicked in, then used', async () => {
    const line = openAudio([{ windowId: 'a', visible: true }, { windowId: 'b', visible: true }]);
    line.places.prefer('call-1', 'a');
    const offer = line.session.createOffer({ iceRestart: true });
    await settled(2);
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'open', stunServers: ['stun1.example.com:19302'], muted: false } });
    await line.answer();
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'create-offer', iceRestart: true } });
    await line.answer('v=0');
    await expect(offer).resolves.toBe('v=0');
    expect(line.places.inUse()).toEqual({ 'call-1': 'a' });
  });

  it('is where it is heard once RingCentral’s answer is applied', async () => {
    const line = openAudio();
    await line.heard();
    expect([line.places.isAttached('call-1'), line.last().request]).toEqual([true, { verb: 'apply-answer', callId: 'call-1', answer: 'v=1' }]);
  });

  it('says so when the microphone is blocked, and can be tried again', async () => {
    const line = openAudio();
    const offer = line.session.createOffer();
    const refusal = expect(offer).rejects.toMatchObject({ kind: 'microphone-blocked' });
    await settled(2);
    await line.refuse('microphone-blocked');
    await refusal;
    const again = line.session.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await expect(again).resolves.toBe('v=0');
  });

  it('is answered in the next page when the one that was clicked in goes meanwhile', async () => {
    const line = openAudio();
    const answer = line.session.createAnswer('v=offer');
    await settled(2);
    await line.answer();
    await line.close('a');
    await line.come('b');
    await line.answer();
    await line.answer('v=0');
    await expect(answer).resolves.toBe('v=0');
    expect([line.places.isAttached('call-1'), line.places.windowOf('call-1')]).toEqual([true, 'b']);
  });

  it('never lets the library wait for an answer whose window has gone', async () => {
    const line = openAudio();
    const offer = line.session.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await offer;
    const applied = line.session.applyAnswer('v=1');
    await settled(2);
    await line.close('a');
    await expect(applied).resolves.toBeUndefined();
    expect([line.failures, line.places.isAttached('call-1')]).toEqual([[], false]);
  });

  it('is given up when the first answer cannot be applied', async () => {
    const line = openAudio();
    const offer = line.session.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await offer;
    const applied = line.session.applyAnswer('v=1');
    await settled(2);
    await line.refuse('webrtc');
    await applied;
    expect(line.failures.map(({ kind }) => kind)).toEqual(['webrtc']);
  });

  it('does not take the answer to a window that has gone into the next one', async () => {
    const line = openAudio();
    const offer = line.session.createOffer();
    await settled(2);
    await line.answer();
    await line.answer('v=0');
    await offer;
    await line.close('a');
    void line.places.opened('call-1').catch(() => undefined);
    await line.come('b');
    await line.session.applyAnswer('v=1');
    expect(line.verbs().filter((verb) => verb.endsWith('apply-answer'))).toEqual([]);
  });

  it('keeps a held call’s connection ready to hear, whatever direction the answer names', async () => {
    const line = openAudio();
    await line.heard();
    void line.session.applyAnswer('v=1\r\na=mid:0\r\na=recvonly\r\n');
    await settled(2);
    expect(line.last().request).toMatchObject({ verb: 'apply-answer', answer: 'v=1\r\na=mid:0\r\na=sendrecv\r\n' });
  });

  it('stays up when a key or a mute comes too late for its window', async () => {
    const line = openAudio();
    await line.heard();
    line.session.sendDtmf('5');
    line.session.setMuted(true);
    await line.refuse('webrtc');
    await line.close('a');
    line.session.sendDtmf('6');
    expect(line.failures).toEqual([]);
  });

  it('leaves a window that does not answer to a mute, so that nobody is heard who thinks otherwise', async () => {
    const line = openAudio();
    await line.heard();
    line.session.setMuted(true);
    await line.clock.pass(3_000);
    await settled(2);
    expect([line.places.windowOf('call-1'), line.lost]).toEqual([null, ['call-1']]);
  });

  it('takes no answer from another window', async () => {
    const line = openAudio();
    let done = false;
    void line.session.createOffer().then(() => (done = true));
    await settled(2);
    line.requests.reply('stranger', line.last().id, { ok: true, sdp: null });
    await settled(2);
    expect([done, line.last().request.verb]).toEqual([false, 'open']);
  });

  it('is closed with its call', async () => {
    const line = openAudio();
    await line.heard();
    line.session.dispose();
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'close', callId: 'call-1' } });
    expect(line.places.inUse()).toEqual({});
  });
});
