import type { NoCallsCause } from './status.ts';

/** What a call needs, from the cable to the voice; the order is the one in which to look for trouble. */
export const healthParts = ['network', 'token', 'gateway', 'registration', 'microphone', 'quality'] as const;
export type HealthPartName = (typeof healthParts)[number];

/** Why a part is not good. One closed list; worded once, in the UI, each with its remedy. */
export type HealthCause =
  | 'offline'
  | 'not-set-up' | 'signed-out' | 'signing-in' | 'token-expired' | 'token-revoked' | 'refresh-failed'
  | 'starting' | 'gateway-down' | 'gateway-flickers' | 'phone-down'
  | NoCallsCause | 'microphone-missing'
  | 'audio-interrupted' | 'audio-lost' | 'quality-poor';

/** Who can mend it. `line`: it is being tried again by itself. */
export type Mover = 'user' | 'company-admin' | 'ringcentral-admin' | 'network-admin' | 'line';

export interface HealthPart {
  part: HealthPartName;
  /** unknown: nothing has shown yet how it is. */
  level: 'good' | 'working' | 'bad' | 'unknown';
  /** null with good and unknown. */
  cause: HealthCause | null;
  /** Whose move it is; null where there is nothing to mend. */
  mover: Mover | null;
  /** Epoch milliseconds: since when it stands so. */
  since: number;
}

/** Something that happened to the line, in a word; holds nothing of anybody's. */
export type HealthEventCode =
  | 'line-started' | 'went-offline' | 'came-online'
  | 'signed-in' | 'signed-out' | 'sign-in-lost' | 'token-refreshed' | 'refresh-failed'
  | 'gateway-up' | 'gateway-closed' | 'gateway-failed' | 'events-missed'
  | 'registered' | 'sip-closed' | 'register-failed' | 'phone-refused' | 'phone-off'
  | 'microphone-refused' | 'microphone-allowed'
  | 'audio-interrupted' | 'audio-restarted' | 'audio-restored' | 'audio-lost' | 'quality-poor' | 'quality-better'
  | 'tried-now';

export interface HealthEvent {
  /** Epoch milliseconds; of the last one where it happened several times in a row. */
  at: number;
  code: HealthEventCode;
  /** A status or close code of the protocol concerned, or why there are no calls. */
  detail: number | NoCallsCause | null;
  /** How often in a row. */
  times: number;
}

/** The line's health as every window shows it. */
export interface Health {
  parts: HealthPart[];
  /** Newest last. */
  events: HealthEvent[];
}
