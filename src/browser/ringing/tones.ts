import type { Preferences } from '../../wire/line/preferences.ts';

/** A sound of several frequencies; times in seconds from the start of the round. */
export interface Note {
  at: number;
  lasts: number;
  hz: readonly number[];
  /** 0 … 1 */
  loud: number;
  /** Seconds until it is as loud as that. */
  rises: number;
  /** It dies away like a struck bell, to a third in this time; absent: it lasts evenly. */
  rings?: number;
  /** How often a second it trembles, as the hammer of a bell does. */
  trembles?: number;
}

/** One round of a tone, pause included; repeated until it is stopped. */
export interface Tone { seconds: number; notes: readonly Note[] }

const bell = { lasts: 1.4, loud: 0.5, rises: 0.005, rings: 0.3 } as const;

export const ringtones: Record<Preferences['ringtone'], Tone> = {
  // Two short rings and a pause, as telephones of many countries do.
  classic: { seconds: 3, notes: [0, 0.6].map((at) => ({ at, lasts: 0.4, hz: [440, 480], loud: 0.55, rises: 0.01, trembles: 20 })) },
  soft: { seconds: 4, notes: [{ at: 0, lasts: 0.9, hz: [392], loud: 0.4, rises: 0.25 }, { at: 0.7, lasts: 1.1, hz: [523.25], loud: 0.4, rises: 0.25 }] },
  chime: { seconds: 3.5, notes: [{ ...bell, at: 0, hz: [659.25, 1318.5] }, { ...bell, at: 0.25, hz: [783.99, 1567.98] }, { ...bell, at: 0.5, hz: [1046.5, 2093] }] },
};

/** A text has come: short, and softer than a ring. */
export const textTone: Tone = { seconds: 0.7, notes: [{ ...bell, lasts: 0.3, at: 0, hz: [880, 1760], loud: 0.3 }, { ...bell, lasts: 0.45, at: 0.14, hz: [1174.66, 2349.32], loud: 0.3 }] };

/** A second call, while the first is talked to: heard beside a voice, and never over it. */
export const callWaiting: Tone = { seconds: 5, notes: [{ at: 0, lasts: 0.2, hz: [440], loud: 0.2, rises: 0.02 }] };
