import { createFollowDevices } from '../../../src/browser/line/media/follow-devices.ts';
import { openAudio } from './audio.ts';
import { settled } from './hand-clock.ts';

const usual = { microphone: null, speaker: null };
function open(chosen: { microphone: string | null; speaker: string | null }) {
  const audio = openAudio(undefined, chosen);
  const follow = createFollowDevices({ devices: () => chosen, places: audio.places, requests: audio.requests, timings: { microphoneMs: 30_000 } });
  return { ...audio, follow };
}

describe('the devices a user has chosen', () => {
  it('are those a call begins with', async () => {
    const line = open({ microphone: 'headset', speaker: 'desk' });
    void line.session.createOffer().catch(() => undefined);
    await settled(2);
    expect(line.last().request).toMatchObject({ verb: 'open', devices: { microphone: 'headset', speaker: 'desk' } });
  });

  it('take over a call that is up, and only what has changed', async () => {
    const line = open({ microphone: 'headset', speaker: null });
    await line.heard();
    const following = line.follow(usual);
    await line.answer();
    await following;
    expect(line.last()).toMatchObject({ windowId: 'a', request: { verb: 'change-input', callId: 'call-1', deviceId: 'headset' } });
    expect(line.verbs().filter((verb) => verb.includes('change'))).toEqual(['a change-input']);
  });

  it('are left when another choice has nothing to do with them', async () => {
    const line = open(usual);
    await line.heard();
    await line.follow(usual);
    expect(line.verbs().filter((verb) => verb.includes('change'))).toEqual([]);
  });

  it('are refused aloud when they cannot be used', async () => {
    const line = open({ microphone: 'headset', speaker: null });
    await line.heard();
    const following = expect(line.follow(usual)).rejects.toMatchObject({ kind: 'microphone-blocked' });
    await line.refuse('microphone-blocked');
    await following;
  });

  it('are for the next window when this one goes', async () => {
    const line = open({ microphone: null, speaker: 'desk' });
    await line.heard();
    const following = line.follow(usual);
    await line.close('a');
    await following;
  });
});
