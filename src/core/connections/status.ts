/** Why calls cannot be made although signed in, each with its own remedy. */
export type NoCallsCause = 'webphone-off' | 'no-digital-line' | 'too-many-phones' | 'microphone-blocked' | 'phone-refused';

/** Why the last attempt to connect ended without a connection. */
export type ConnectFailure =
  | { kind: 'refused'; /** RingCentral's own words, shown as text. */ reason: string }
  | { kind: 'state-mismatch' }
  | { kind: 'code-expired' }
  | { kind: 'network' }
  | { kind: 'pop-up-blocked' };

/** The connection as every window shows it; times are epoch milliseconds. */
export type ConnectionStatus =
  /** null set-up means: not asked NetSuite yet. */
  | { state: 'not-connected'; companySetUp: boolean | null; failure: ConnectFailure | null }
  | { state: 'connecting'; since: number; step: 'sign-in-window' | 'phone' }
  | { state: 'connected' }
  | { state: 'connected-no-calls'; cause: NoCallsCause }
  | { state: 'reconnecting'; since: number; down: 'events' | 'phone' | 'both'; /** Third drop in five minutes. */ flickering: boolean }
  | { state: 'reconnect-needed'; cause: 'expired' | 'revoked' };

/** The five lines under the chip. */
export interface Ability { id: 'call' | 'be-called' | 'text' | 'notifications' | 'log'; on: boolean; missing: 'connection' | 'phone' | 'digital-line' | 'events' | 'set-up' | null }
