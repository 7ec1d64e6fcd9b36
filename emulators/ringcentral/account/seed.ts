import type { HowFarEndBehaves } from '../telephony/contract.ts';

/** What an application may do, as its registration names it (RingCentral's "app permissions"). */
export type AppScope =
  | 'ReadAccounts' | 'EditExtensions' | 'ReadPresence' | 'EditPresence' | 'ReadCallLog' | 'ReadCallRecording'
  | 'ReadContacts' | 'ReadMessages' | 'EditMessages' | 'SMS' | 'RingOut' | 'CallControl' | 'VoipCalling' | 'WebSocket';

/** What a user's role allows beyond the usual, by RingCentral's names. */
export type UserPermission = 'FullCompanyCallLog';

/** One user of the account. Ids are decimal strings, as RingCentral's are. */
export interface ExtensionSeed {
  id: string;
  extensionNumber: string;
  firstName: string;
  lastName: string;
  email: string;
  password: string;
  /** Direct numbers in E.164; the first one is the default caller ID. */
  phoneNumbers: string[];
  /** Defaults: WebPhone on, a digital line, no mailbox, texts on. */
  features?: Partial<ExtensionFeatures>;
  /** How long a call rings before it is given up; 20 when absent. */
  ringSeconds?: number;
  /** None when absent. */
  permissions?: UserPermission[];
}

/** The switches of one extension that decide what it can do. */
export interface ExtensionFeatures {
  webPhone: boolean;
  digitalLine: boolean;
  voicemail: boolean;
  /** Its direct numbers send and get texts. */
  texts: boolean;
}

/** An application registered in the developer console. A public one has no secret and must use PKCE. */
export type AppSeed = {
  clientId: string;
  name: string;
  redirectUris: string[];
  scopes: AppScope[];
  /** true: nobody can connect before an administrator has approved the application. */
  administratorMustApprove?: boolean;
} & ({ kind: 'public' } | { kind: 'confidential'; clientSecret: string });

/** A JWT credential that a user made in the developer console. Applications that it was not made for are refused. */
export interface JwtCredential {
  jwt: string;
  extensionId: string;
  /** undefined: for every application of the account. */
  clientIds?: string[];
  /** Epoch milliseconds; undefined: never. */
  expiresAt?: number;
}

/** An extension that rings several people; it is nobody's own. The switch does not ring queues, the call log knows them. */
export interface QueueSeed { id: string; extensionNumber: string; name: string }

/** Somebody in the public telephone network whom the /network page offers as a caller. */
export interface OutsideCaller { phoneNumber: string; name: string }

/** The simulated company: who works there, which applications it uses, who calls it. */
export interface AccountSeed {
  accountId: string;
  companyName: string;
  mainNumber: string;
  extensions: ExtensionSeed[];
  apps: AppSeed[];
  queues?: QueueSeed[];
  jwtCredentials?: JwtCredential[];
  outsideCallers: OutsideCaller[];
  /** What certain numbers do when dialled; all others ring until somebody answers on /network. */
  behaviours?: { phoneNumber: string; behaviour: HowFarEndBehaves }[];
}
