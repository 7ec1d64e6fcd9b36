import type { Preferences } from '../../wire/line/preferences.ts';
import { systemClock, type Clock } from '../environment/clock.ts';
import { createTonePlayer, type TonePlayer } from './tone-player.ts';
import { ringtones } from './tones.ts';

/** Plays one round of a ringtone for whoever chooses one; another choice cuts it short. */
export function createListen(player: TonePlayer, clock: Clock = systemClock) {
  let cancel = (): void => undefined;
  return (ringtone: Preferences['ringtone'], device: string | null): void => {
    cancel();
    player.stop();
    player.play(ringtones[ringtone], device);
    cancel = clock.after(ringtones[ringtone].seconds * 1_000, player.stop);
  };
}
export type Listen = ReturnType<typeof createListen>;

/** A player over this page's own audio. */
export const pageTonePlayer = (onRefused: () => void): TonePlayer =>
  createTonePlayer({ element: new Audio(), address: (file) => URL.createObjectURL(new Blob([file], { type: 'audio/wav' })), onRefused });
