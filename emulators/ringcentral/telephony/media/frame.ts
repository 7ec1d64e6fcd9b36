import type { AudioData } from './web-rtc.ts';

/** All sound inside the switch is mono, 16 bit, 48 kHz, in pieces of 10 ms: what Opus decodes to. */
export const SAMPLE_RATE = 48_000;
export const FRAME_MS = 10;
export const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000;

/** 480 samples. */
export type Frame = Int16Array;

export const SILENCE: Frame = new Int16Array(FRAME_SAMPLES);

/** Brings a decoder's 10 ms to our form. G.711 arrives at 8 kHz, stereo Opus with two channels: sample and hold is enough for tones. */
export function toMono({ samples, sampleRate, channelCount = 1 }: AudioData): Frame {
  if (sampleRate === SAMPLE_RATE && channelCount === 1 && samples.length === FRAME_SAMPLES) return samples;
  const frames = samples.length / channelCount;
  const mono = new Int16Array(FRAME_SAMPLES);
  for (let i = 0; i < FRAME_SAMPLES; i += 1) {
    mono[i] = samples[Math.floor((i * frames) / FRAME_SAMPLES) * channelCount] ?? 0;
  }
  return mono;
}

/** Mean square of the samples on a scale from 0 (silence) to 1 (full scale). */
export function meanSquare(frame: Frame): number {
  let sum = 0;
  for (const sample of frame) sum += (sample / 32_768) ** 2;
  return frame.length === 0 ? 0 : sum / frame.length;
}
