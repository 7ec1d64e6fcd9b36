import type { Colleague } from '../../../wire/line/presence.ts';

export const presenceWords: Record<Colleague['presence'], string> = {
  available: 'Available',
  busy: 'Busy',
  'on-a-call': 'On a call',
  'do-not-disturb': 'Do not disturb',
  offline: 'Offline',
  unknown: 'Not known',
};

export const presenceTones: Record<Colleague['presence'], 'green' | 'amber' | 'orange' | 'gray'> = {
  available: 'green',
  busy: 'amber',
  'on-a-call': 'amber',
  'do-not-disturb': 'orange',
  offline: 'gray',
  unknown: 'gray',
};

export const askingForColleagues = 'Asking RingCentral who is there…';
export const noColleagues = 'RingCentral names no colleagues.';
export const nobodyFits = 'Nobody has this name or extension.';
