import type { HealthCause, HealthEventCode, HealthPart, HealthPartName, Mover } from '../../../core/connections/health.ts';
import { noCallsCauses, notSetUp, reconnectCauses, flickering } from './connection.ts';

export const partNames: Record<HealthPartName, string> = {
  network: 'Network',
  token: 'RingCentral sign-in',
  gateway: 'Notifications',
  registration: 'Phone line',
  microphone: 'Microphone',
  quality: 'Call quality',
};

/** What a part is there for, in one sentence. */
export const partPurposes: Record<HealthPartName, string> = {
  network: 'Whether this computer has a network.',
  token: 'Whether RingCentral still knows this browser as you.',
  gateway: 'The connection on which RingCentral tells how calls go on.',
  registration: 'Whether RingCentral rings this phone and takes calls from it.',
  microphone: 'Whether the browser lets this phone hear you.',
  quality: 'How the call that is up gets through.',
};

export const levelWords: Record<HealthPart['level'], string> = { good: 'Good', working: 'Being restored', bad: 'Not working', unknown: 'Not known yet' };

/** What is wrong, and what the one whose move it is can do. */
export const causeWords: Record<HealthCause, string> = {
  offline: 'This computer has no network. Check the cable, the Wi-Fi or the VPN.',
  'not-set-up': notSetUp,
  'signed-out': 'You are not signed in to RingCentral. Connect above.',
  'signing-in': 'Finish signing in to RingCentral in the window that has opened.',
  'token-expired': `${reconnectCauses.expired} Reconnect above.`,
  'token-revoked': `${reconnectCauses.revoked} Reconnect above.`,
  'refresh-failed': 'RingCentral could not be reached to renew the sign-in. You stay signed in; it is tried again.',
  starting: 'It is being opened.',
  'gateway-down': 'The WebSocket for notifications is down and is being reopened. Calls still work; how they end may be told late.',
  'gateway-flickers': flickering,
  'phone-down': 'The phone is not registered and registers again by itself.',
  ...noCallsCauses,
  'microphone-missing': 'No microphone was found. Plug one in; the next call looks for it again.',
  'audio-interrupted': 'The sound of a call was interrupted and is being restored.',
  'audio-lost': 'The sound of a call could not be restored. Press Try now, or hang up and call again.',
  'quality-poor': 'A call gets through badly. Come closer to the Wi-Fi or use a cable, and end large downloads or video on this network.',
};

export const moverWords: Record<Mover, string> = {
  user: 'Your move',
  'company-admin': 'Your NetSuite administrator’s move',
  'ringcentral-admin': 'Your RingCentral administrator’s move',
  'network-admin': 'The move of whoever runs your network',
  line: 'The phone does this by itself',
};

export const eventWords: Record<HealthEventCode, string> = {
  'line-started': 'Phone started in this browser',
  'went-offline': 'Network gone',
  'came-online': 'Network back',
  'signed-in': 'Signed in to RingCentral',
  'signed-out': 'Signed out of RingCentral',
  'sign-in-lost': 'RingCentral sign-in no longer valid',
  'token-refreshed': 'Sign-in renewed',
  'refresh-failed': 'Renewing the sign-in failed',
  'gateway-up': 'Notifications connected',
  'gateway-closed': 'Notification socket closed',
  'gateway-failed': 'Connecting notifications failed',
  'events-missed': 'Notifications were missed',
  registered: 'Phone registered',
  'sip-closed': 'SIP socket closed',
  'register-failed': 'Registering failed',
  'phone-refused': 'No calls',
  'phone-off': 'Phone switched off',
  'microphone-refused': 'Microphone refused by the browser',
  'microphone-allowed': 'Microphone allowed',
  'audio-interrupted': 'Sound of a call interrupted',
  'audio-restarted': 'Sound of a call being restored',
  'audio-restored': 'Sound of a call restored',
  'audio-lost': 'Sound of a call lost',
  'quality-poor': 'Call quality poor',
  'quality-better': 'Call quality better again',
  'tried-now': 'Try now pressed',
};

export const copyHolds = 'The text holds states, times in UTC, error codes, figures, and the versions of phone and browser. No names, numbers, messages or sign-in data.';
