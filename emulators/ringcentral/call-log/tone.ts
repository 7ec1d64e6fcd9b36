/** Samples a second; one byte each. */
const rate = 8000;
const headerBytes = 44;

/** A recorded conversation as this simulator has it: a 440 Hz tone of so many seconds, at most a minute, as a WAV file. */
export function toneFile(seconds: number): Buffer {
  const samples = Math.max(1, Math.min(60, seconds)) * rate;
  const file = Buffer.alloc(headerBytes + samples);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(headerBytes - 8 + samples, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples, 40);
  for (let sample = 0; sample < samples; sample += 1) file[headerBytes + sample] = 128 + Math.round(60 * Math.sin((2 * Math.PI * 440 * sample) / rate));
  return file;
}
