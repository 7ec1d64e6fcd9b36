import type { Colleague, DoNotDisturb } from '../../../wire/line/presence.ts';

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

export const doNotDisturb = 'Do not disturb';
export const takeQueueCalls = 'Queue calls';

/** RingCentral knows more than all calls or none; set elsewhere, said here. */
export const partlyAvailable: Record<DoNotDisturb, string | null> = {
  TakeAllCalls: null,
  DoNotAcceptAnyCalls: null,
  DoNotAcceptDepartmentCalls: 'Calls from queues do not ring: so set at RingCentral.',
  TakeDepartmentCallsOnly: 'Only calls from queues ring: so set at RingCentral.',
};

export const askingForColleagues = 'Asking RingCentral who is there…';
export const noColleagues = 'RingCentral names no colleagues.';
export const nobodyFits = 'Nobody has this name or extension.';
