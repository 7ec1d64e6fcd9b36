import { openAudio } from './audio.ts';
import { settled } from './hand-clock.ts';

describe('the window of a call’s audio', () => {
  it('is the next one when a hidden one waits for ever for its microphone', async () => {
    const line = openAudio([{ windowId: 'b', visible: false }, { windowId: 'a', visible: false }]);
    const opened = line.places.opened('call-1');
    await line.clock.pass(3_001);
    expect(line.verbs()).toEqual(['a open', 'a close', 'b open']);
    await line.answer();
    await expect(opened).resolves.toBe('b');
  });

  it('may take its time while a person is asked to allow the microphone', async () => {
    const line = openAudio();
    const opened = line.places.opened('call-1');
    await line.clock.pass(29_000);
    await line.answer();
    await expect(opened).resolves.toBe('a');
  });

  it('is waited for while the user’s only page is being loaded, but not for ever', async () => {
    const line = openAudio([]);
    const opened = line.places.opened('call-1');
    await line.clock.pass(9_000);
    await line.come('a');
    await line.answer();
    await expect(opened).resolves.toBe('a');

    const nobody = openAudio([]);
    const refusal = expect(nobody.places.opened('call-1')).rejects.toMatchObject({ kind: 'no-window' });
    await nobody.clock.pass(10_000);
    await refusal;
  });

  it('is told to be lost when it goes, and told to forget the call', async () => {
    const line = openAudio();
    await line.heard();
    await line.close('a');
    expect([line.lost, line.verbs().at(-1), line.places.windowOf('call-1')]).toEqual([['call-1'], 'a close', null]);
  });

  it('changes to the next page with the call’s mute', async () => {
    const line = openAudio();
    await line.heard();
    line.session.setMuted(true);
    await line.close('a');
    const opened = line.places.opened('call-1');
    await line.come('b');
    expect(line.last()).toMatchObject({ windowId: 'b', request: { verb: 'open', muted: true } });
    await line.answer();
    await expect(opened).resolves.toBe('b');
  });

  it('is the page that comes into view, when a hidden one is still asking for its microphone', async () => {
    const line = openAudio([{ windowId: 'a', visible: true }, { windowId: 'hidden', visible: false }]);
    await line.heard();
    await line.close('a');
    const opened = line.places.opened('call-1');
    await settled(2);
    expect(line.verbs().at(-1)).toBe('hidden open');
    await line.come('next');
    expect(line.verbs().slice(-2)).toEqual(['hidden close', 'next open']);
    await line.answer();
    await expect(opened).resolves.toBe('next');
  });

  it('of a call that was heard is any window whose microphone opens; one that is blocked is said, and asked again once it is allowed', async () => {
    const line = openAudio();
    await line.heard();
    await line.close('a');
    const opened = line.places.opened('call-1');
    await line.come('b');
    await line.refuse('microphone-blocked');
    expect(line.blocked()).toBe(1);
    await line.clock.pass(60_000);
    line.places.tryAgain();
    await settled(2);
    expect(line.verbs().at(-1)).toBe('b open');
    await line.answer();
    await expect(opened).resolves.toBe('b');
  });

  it('of a call that was heard may be a page too busy loading to answer at first', async () => {
    const line = openAudio();
    await line.heard();
    await line.close('a');
    const opened = line.places.opened('call-1');
    await line.come('b', false);
    await line.clock.pass(3_000);
    expect(line.verbs().slice(-2)).toEqual(['b open', 'b close']);
    await line.clock.pass(3_000);
    expect(line.verbs().at(-1)).toBe('b open');
    await line.answer();
    await expect(opened).resolves.toBe('b');
  });

  it('is let go when the call ends while its microphone is being asked for', async () => {
    const line = openAudio();
    const opened = expect(line.places.opened('call-1')).rejects.toMatchObject({ kind: 'window-gone' });
    await settled(2);
    line.session.dispose();
    await opened;
    expect(line.verbs().at(-1)).toBe('a close');
  });
});
