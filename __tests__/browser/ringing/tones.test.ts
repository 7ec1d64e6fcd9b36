import { createTonePlayer } from '../../../src/browser/ringing/tone-player.ts';
import { callWaiting, ringtones } from '../../../src/browser/ringing/tones.ts';
import { samplesPerSecond, wave } from '../../../src/browser/ringing/wave.ts';
import { ringtones as choices } from '../../../src/wire/line/preferences.ts';
import { settled } from '../line/hand-clock.ts';

/** Loudness (mean square) between two moments of a WAV file. */
function loudness(file: ArrayBuffer, from: number, to: number): number {
  const samples = new Int16Array(file, 44).subarray(from * samplesPerSecond, to * samplesPerSecond);
  return samples.reduce((sum, each) => sum + (each / 32_768) ** 2, 0) / samples.length;
}

describe('tones', () => {
  it.each(choices)('%s sounds, pauses, and never clips', (name) => {
    const { seconds } = ringtones[name];
    const file = wave(ringtones[name]);
    expect(loudness(file, 0, seconds)).toBeGreaterThan(1e-3);
    expect(loudness(file, seconds - 0.5, seconds)).toBeLessThan(1e-3);
    expect(Math.max(...new Int16Array(file, 44))).toBeLessThan(32_767);
  });

  it('are WAV files that say their own length', () => {
    const file = new DataView(wave(callWaiting));
    expect([file.getUint32(0), file.getUint32(8)]).toEqual([0x52494646, 0x57415645]);
    expect([file.getUint32(4, true), file.getUint32(40, true)]).toEqual([file.byteLength - 8, file.byteLength - 44]);
    expect(file.getUint32(40, true)).toBe(callWaiting.seconds * samplesPerSecond * 2);
  });

  it('knock softly beside a voice: a fifth of a second, then silence', () => {
    const file = wave(callWaiting);
    expect(loudness(file, 0, 0.2)).toBeGreaterThan(1e-2);
    expect(loudness(file, 0.25, 5)).toBe(0);
  });
});

function player(play: () => Promise<void> = async () => undefined) {
  const heard = { sinks: [] as string[], playing: false, refused: 0, files: 0 };
  const element = {
    src: '', loop: false, currentTime: 0,
    play: async () => { await play(); heard.playing = true; },
    pause: () => { heard.playing = false; },
    setSinkId: async (id: string) => { heard.sinks.push(id); if (id === 'unplugged') throw new Error('NotFoundError'); },
  };
  return { heard, element, tones: createTonePlayer({ element, address: () => `blob:${(heard.files += 1)}`, onRefused: () => (heard.refused += 1) }) };
}

describe('the tone player', () => {
  it('rings until it is stopped, from the same file next time', async () => {
    const { heard, element, tones } = player();
    tones.play(ringtones.soft, null);
    tones.play(ringtones.soft, null);
    await settled();
    expect([heard.playing, element.loop, element.src]).toEqual([true, true, 'blob:1']);
    tones.stop();
    expect([heard.playing, element.currentTime]).toEqual([false, 0]);
    tones.play(ringtones.soft, null);
    await settled();
    expect(heard.files).toBe(1);
  });

  it('rings on the chosen device, and on the usual one where that is unplugged', async () => {
    const { heard, tones } = player();
    tones.play(ringtones.soft, 'desk speaker');
    await settled();
    tones.stop();
    tones.play(ringtones.soft, 'unplugged');
    await settled();
    expect([heard.sinks, heard.playing, heard.refused]).toEqual([['desk speaker', 'unplugged'], true, 0]);
  });

  it('does not begin what was stopped while its device was being chosen', async () => {
    const { heard, tones } = player();
    tones.play(ringtones.soft, 'desk speaker');
    tones.stop();
    await settled();
    expect(heard.playing).toBe(false);
  });

  it('tells when the browser does not play it, and tries again when asked again', async () => {
    const { heard, tones } = player(() => Promise.reject(Object.assign(new Error(''), { name: 'NotAllowedError' })));
    tones.play(ringtones.soft, null);
    await settled();
    tones.play(ringtones.soft, null);
    await settled();
    expect(heard.refused).toBe(2);
  });

  it('takes a stop for no refusal', async () => {
    let fail: (reason: Error) => void = () => undefined;
    const { heard, tones } = player(() => new Promise((_, reject) => (fail = reject)));
    tones.play(ringtones.soft, null);
    await settled();
    tones.stop();
    fail(Object.assign(new Error(''), { name: 'AbortError' }));
    await settled();
    expect(heard.refused).toBe(0);
  });
});
