import type { AppScope } from '../account/seed.ts';

/** What a person agrees to, in words; several scopes of one area are one line. */
const areas: { words: string; detail: string; scopes: AppScope[] }[] = [
  { words: 'Make and receive calls for you', detail: 'Ring, answer and control your phone calls', scopes: ['VoipCalling', 'CallControl', 'RingOut'] },
  { words: 'Send SMS and read your messages', detail: 'Text messages in your name, your inbox and voicemail', scopes: ['SMS', 'ReadMessages', 'EditMessages'] },
  { words: 'See presence', detail: 'Whether you and your colleagues are available or on a call', scopes: ['ReadPresence'] },
  { words: 'Change your presence', detail: 'Set your status and do-not-disturb', scopes: ['EditPresence'] },
  { words: 'Be told at once when something happens', detail: 'Calls and messages, while the application is open', scopes: ['WebSocket'] },
  { words: 'Read your call history', detail: 'Calls you made, took or missed', scopes: ['ReadCallLog'] },
  { words: 'Listen to call recordings', detail: 'Recordings that you may hear', scopes: ['ReadCallRecording'] },
  { words: 'Read your contacts', detail: 'Names and numbers in your address book', scopes: ['ReadContacts'] },
  { words: 'See your account', detail: 'Your extension, numbers and devices', scopes: ['ReadAccounts'] },
  { words: 'Change your settings', detail: 'Your extension’s own settings', scopes: ['EditExtensions'] },
];

export function permissionsInWords(scopes: AppScope[]): { words: string; detail: string }[] {
  return areas.filter((area) => area.scopes.some((scope) => scopes.includes(scope)));
}
