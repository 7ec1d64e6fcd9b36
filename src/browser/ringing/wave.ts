import type { Note, Tone } from './tones.ts';

/** Enough for the highest partial of our tones. */
export const samplesPerSecond = 16_000;
/** A note that ends abruptly clicks. */
const fadeSeconds = 0.02;
const bytesPerSample = 2;
const headerBytes = 44;

/** A note at `t` seconds after its start; −1 … 1. */
function sampleOf({ lasts, hz, loud, rises, rings, trembles }: Note, t: number): number {
  const shape = Math.min(1, t / rises, (lasts - t) / fadeSeconds) * (rings === undefined ? 1 : Math.exp(-t / rings));
  const trembling = trembles === undefined ? 1 : 0.6 + 0.4 * Math.sin(2 * Math.PI * trembles * t);
  return (loud * shape * trembling * hz.reduce((sum, each) => sum + Math.sin(2 * Math.PI * each * t), 0)) / hz.length;
}

/** One round of a tone as a WAV file: PCM, one channel, 16 bit. */
export function wave({ seconds, notes }: Tone): ArrayBuffer {
  const count = Math.round(seconds * samplesPerSecond);
  const sound = new Float32Array(count);
  for (const note of notes) {
    const first = Math.round(note.at * samplesPerSecond);
    const length = Math.min(Math.round(note.lasts * samplesPerSecond), count - first);
    for (let index = 0; index < length; index += 1) sound[first + index] = (sound[first + index] as number) + sampleOf(note, index / samplesPerSecond);
  }
  const file = new DataView(new ArrayBuffer(headerBytes + count * bytesPerSample));
  const text = (at: number, words: string): void => [...words].forEach((letter, index) => file.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  file.setUint32(4, file.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, samplesPerSecond, true);
  file.setUint32(28, samplesPerSecond * bytesPerSample, true);
  file.setUint16(32, bytesPerSample, true);
  file.setUint16(34, bytesPerSample * 8, true);
  text(36, 'data');
  file.setUint32(40, count * bytesPerSample, true);
  sound.forEach((value, index) => file.setInt16(headerBytes + index * bytesPerSample, Math.round(Math.max(-1, Math.min(1, value)) * 32_767), true));
  return file.buffer as ArrayBuffer;
}
