import type { Preferences } from '../../wire/line/preferences.ts';
import { systemClock, type Clock } from '../environment/clock.ts';
import { createTonePlayer, type TonePlayer } from './tone-player.ts';
import { ringtones, type Tone } from './tones.ts';

/** Plays one round of a tone; another one cuts it short. */
export function createPlayOnce(player: TonePlayer, clock: Clock = systemClock) {
  let cancel = (): void => undefined;
  return (tone: Tone, device: string | null): void => {
    cancel();
    player.stop();
    player.play(tone, device);
    cancel = clock.after(tone.seconds * 1_000, player.stop);
  };
}
export type PlayOnce = ReturnType<typeof createPlayOnce>;

/** The same for whoever chooses a ringtone. */
export function createListen(player: TonePlayer, clock: Clock = systemClock) {
  const once = createPlayOnce(player, clock);
  return (ringtone: Preferences['ringtone'], device: string | null): void => once(ringtones[ringtone], device);
}
export type Listen = ReturnType<typeof createListen>;

/** A player over this page's own audio. */
export const pageTonePlayer = (onRefused: () => void): TonePlayer =>
  createTonePlayer({ element: new Audio(), address: (file) => URL.createObjectURL(new Blob([file], { type: 'audio/wav' })), onRefused });
