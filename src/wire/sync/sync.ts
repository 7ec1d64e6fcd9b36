import * as v from 'valibot';
import { directions } from '../../core/calls/outcome.ts';
import { day } from '../day.ts';

/**
 * RingCentral Call Sync, for Company Admins only (api Suitelet; everybody else gets FORBIDDEN):
 *
 *   read-sync     {}                     → SyncCard
 *   save-sync     SaveSync      (change) → SyncCard
 *   test-sync     TestSync      (change) → TestAnswer    what is typed, saved or not
 *   run-sync      {}            (change) → SyncCard      CONFLICT while it runs, BAD_SETTING while it is off
 *   back-fill     BackFill      (change) → SyncCard      joins what is under way, of any length
 *   stop-back-fill {}           (change) → SyncCard
 *   retry-waiting {}            (change) → SyncCard      tries failed calls again at once
 *   drop-waiting  DropWaiting   (change) → SyncCard      gives one failed call up
 */

/** Script id of an API secret (Setup > Company > Preferences > API Secrets), as its page shows it. */
const secretId = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^custsecret_[a-z0-9_]{1,29}$/));
const moment = v.string();
const count = v.number();

/** Names of the three API secrets; the values are known to nobody, not to us either. */
export const SecretNames = v.object({ clientId: secretId, clientSecret: secretId, jwt: secretId });
export type SecretNames = v.InferOutput<typeof SecretNames>;

export const SyncSettings = v.object({
  on: v.boolean(),
  /** Proposed names until something was saved. */
  secrets: SecretNames,
  /** Calls from this day on are logged when sync is switched on; null: from that moment. */
  since: v.nullable(day),
  /** Texts of every extension that has an employee are logged too, as far as RingCentral lets the service user read them. */
  texts: v.optional(v.boolean(), false),
});
export type SyncSettings = v.InferOutput<typeof SyncSettings>;

export const SaveSync = v.object({ settings: SyncSettings });
/** `texts`: others' texts are tried as well. */
export const TestSync = v.object({ secrets: SecretNames, texts: v.optional(v.boolean(), false) });
/** First and last day, both whole, in the account's zone; `to` may be today. */
export const BackFill = v.object({ from: day, to: day });
export const DropWaiting = v.object({ id: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** Why RingCentral could not be asked, and whose move it is; `detail` holds codes and names of scopes or fields, never a secret. The screen words them once. */
export const syncCauses = [
  'NOT_SET_UP', // admin: names of secrets, or the server on the company card, are missing
  'OTHER_COMPANY', // admin: the credential belongs to another RingCentral account than the calls logged so far
  'OTHER_ACCOUNT', // admin: the settings were made in another NetSuite account (a refreshed sandbox)
  'SECRET_UNUSABLE', // admin: no such secret, or not allowed for our two scripts or for RingCentral's host
  'APP_REFUSED', // admin: client ID or client secret is wrong
  'JWT_NOT_ALLOWED', // admin: the app is not registered for the JWT auth flow
  'JWT_REFUSED', // admin: the JWT credential is wrong, expired, revoked, or made for another app
  'SCOPE_MISSING', // admin: the app lacks scopes, named in detail
  'PERMISSION_MISSING', // admin: the service user may not see the company's call log
  'RATE_LIMITED', // nobody: goes on at retryAt
  'UNREACHABLE', // nobody: network, or RingCentral does not answer
  'RINGCENTRAL', // RingCentral: its own error, code in detail
  'NETSUITE', // NetSuite: its own error, code in detail
] as const;
export type SyncCause = (typeof syncCauses)[number];

export const SyncTrouble = v.object({ cause: v.picklist(syncCauses), detail: v.string(), at: moment, /** null: at the next run. */ retryAt: v.nullable(moment) });
export type SyncTrouble = v.InferOutput<typeof SyncTrouble>;

/** Test Connection. */
export const TestAnswer = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    /** Whose credential it is. */
    credential: v.object({ name: v.string(), extensionNumber: v.string(), email: v.string() }),
    environment: v.picklist(['production', 'sandbox', 'test']),
    /** RingCentral's own number of the company's account. */
    ringCentralAccount: v.string(),
    /** Not the one whose calls were logged so far: whoever saves the settings with it means it. */
    otherCompany: v.boolean(),
    scopes: v.array(v.string()),
    /** Texts of others; `nobody`: there is no other extension with an employee to try it on. */
    texts: v.picklist(['not-asked', 'read', 'refused', 'nobody']),
  }),
  v.object({ ok: v.literal(false), trouble: SyncTrouble }),
]);
export type TestAnswer = v.InferOutput<typeof TestAnswer>;

/** What one run did, in pairs of a call and a user who took part. */
export const SyncCounts = v.object({
  /** Records read from RingCentral. */
  read: count,
  created: count,
  completed: count,
  /** Nothing to add, deleted by a person, or not wanted by the company's choice. */
  unchanged: count,
  /** Without an organizer yet. */
  unmapped: count,
  failed: count,
  /** Records that RingCentral gave without what it promises of each: no call can be made of them. */
  unreadable: v.optional(count, 0),
  /** Requests made to RingCentral. */
  requests: count,
});
export type SyncCounts = v.InferOutput<typeof SyncCounts>;

/** What became of a back-fill's calls, in pairs likewise. */
export const BackFillCounts = v.object({ created: count, completed: count, unchanged: count, unmapped: count, failed: count });
export type BackFillCounts = v.InferOutput<typeof BackFillCounts>;

/** The back-fill that was over last: what it read, and what became of it. */
export const LastBackFill = v.object({ from: moment, to: moment, endedAt: moment, /** An administrator gave up the rest. */ stopped: v.boolean(), calls: count, counts: BackFillCounts });

/** A call that could not be logged; tried again at every run until it is logged, or an admin gives it up. */
export const FailedCall = v.object({
  id: v.number(),
  telephonySessionId: v.string(),
  extensionId: v.string(),
  startedAt: v.nullable(moment),
  direction: v.nullable(v.picklist(directions)),
  from: v.string(),
  to: v.string(),
  /** NetSuite's own code, or KILLED where a run died over it. */
  code: v.string(),
  tries: count,
});
export type FailedCall = v.InferOutput<typeof FailedCall>;

export const SyncCard = v.object({
  settings: SyncSettings,
  /** Extensions whose texts were looked for, by what the last try said; cause null: they were read. */
  texts: v.optional(v.array(v.object({ cause: v.nullable(v.picklist(syncCauses)), extensions: count })), []),
  everyMinutes: count,
  /** null while sync is off. */
  nextRunAt: v.nullable(moment),
  running: v.nullable(v.object({ since: moment, /** Calls of this run; null while RingCentral is still asked. */ calls: v.nullable(count) })),
  lastRun: v.nullable(v.object({ startedAt: moment, endedAt: moment, counts: SyncCounts })),
  /** Why the last run could not go on; null when it could. */
  trouble: v.nullable(SyncTrouble),
  /** The first fill, a gap that is caught up, and a back-fill are all of this kind; one after the other. */
  backFills: v.array(v.object({
    kind: v.picklist(['first-fill', 'gap', 'back-fill']),
    from: moment,
    to: moment,
    /** 0 to 1, by time; the newest calls come first. */
    progress: v.number(),
    /** Records read so far. */
    calls: count,
    counts: BackFillCounts,
  })),
  lastBackFill: v.nullable(LastBackFill),
  /** Calls without an organizer: they wait, and are logged when their extension is mapped. */
  unmapped: v.object({ calls: count, extensions: count, /** Of these calls, those that have an organizer by now: the next run logs them. */ due: count }),
  /** The newest first, 50 at most. */
  failed: v.object({ calls: count, list: v.array(FailedCall) }),
});
export type SyncCard = v.InferOutput<typeof SyncCard>;
