import type * as v from 'valibot';
import type { Difference, ReconcileCounts } from '../../../wire/sync/reconcile.ts';
import type { BackFillCounts, SyncCard, SyncCause, SyncCounts, SyncTrouble, TestAnswer } from '../../../wire/sync/sync.ts';
import type { NetSuiteFailure } from '../../netsuite/failure.ts';

/** Why RingCentral could not be asked, and what to do about it. */
export const syncCauseWords: Record<SyncCause, string> = {
  NOT_SET_UP: 'Call sync is not set up yet: enter the names of the three API secrets under RingCentral Call Sync, and the server on the card RingCentral (Company).',
  OTHER_COMPANY: 'This credential belongs to another RingCentral account than the calls logged so far. If that is meant, press Save under Connection and calls of that account are logged from then on; otherwise put the old credential back into the secret.',
  OTHER_ACCOUNT: 'These settings were made in another NetSuite account, and came along, as into a refreshed sandbox: a sandbox must not log production’s calls. If this account is to use them, save the card RingCentral (Company) here first, then switch call sync on.',
  SECRET_UNUSABLE: 'NetSuite does not give a secret to our scripts. Check under Setup > Company > API Secrets that it exists, and that it is allowed for our scripts and for RingCentral’s host.',
  APP_REFUSED: 'RingCentral does not know this client ID and client secret. Compare the two secrets with the confidential app in RingCentral’s developer console.',
  JWT_NOT_ALLOWED: 'The app at RingCentral does not allow the JWT auth flow. Add it in the app’s settings.',
  JWT_REFUSED: 'RingCentral refuses the JWT credential: it is wrong, expired or revoked, or belongs to another app. Make a new one and put it into the secret.',
  SCOPE_MISSING: 'The app lacks permissions at RingCentral. Add them in the app’s settings, then make a new JWT credential if RingCentral asks for it.',
  PERMISSION_MISSING: 'The service user may not see the company’s call log. Give them a role at RingCentral that may.',
  RATE_LIMITED: 'RingCentral asks for a pause. Nothing to do: it goes on by itself.',
  UNREACHABLE: 'RingCentral could not be reached. Nothing to do: the next run tries again.',
  RINGCENTRAL: 'RingCentral reported an error of its own. If it lasts, tell RingCentral’s support.',
  NETSUITE: 'NetSuite reported an error of its own. If it lasts, look into the script’s execution log.',
};

/** Why RingCentral could not be asked, where the server's refusal names the cause in its detail; null: it is about something else. */
export const ringCentralWords = ({ message }: Pick<NetSuiteFailure, 'message'>): string | null => syncCauseWords[message as SyncCause] ?? null;

/** Codes and scopes only: the server never puts anything else there. */
export const troubleWords = ({ cause, detail }: Pick<v.InferOutput<typeof SyncTrouble>, 'cause' | 'detail'>): string => (detail === '' ? syncCauseWords[cause] : `${syncCauseWords[cause]} (${detail})`);

export const environmentWords: Record<Extract<v.InferOutput<typeof TestAnswer>, { ok: true }>['environment'], string> = { production: 'Production', sandbox: 'Sandbox', test: 'Test server on this computer' };

export const countWords: Record<keyof SyncCounts, string> = {
  read: 'Read from RingCentral',
  created: 'Logged new',
  completed: 'Completed',
  unchanged: 'Nothing to add',
  unmapped: 'Waiting for an organizer',
  failed: 'Failed',
  unreadable: 'Not understood',
  requests: 'Requests to RingCentral',
};

export const checkWords: Record<keyof ReconcileCounts, string> = {
  records: 'Records at RingCentral',
  pairs: 'Calls by user who took part',
  logged: 'In NetSuite, once',
  doubled: 'Double',
  missing: 'Missing',
  unmapped: 'Waiting for an organizer',
  failed: 'Refused by NetSuite',
  deleted: 'Deleted by a person',
  unwanted: 'Left out by your choice',
  surplus: 'Unknown to RingCentral',
};

/** What to do about missing ones. */
export const missingWords = 'A back-fill of these days logs what is missing.';

export const differenceWords: Record<v.InferOutput<typeof Difference>['kind'], string> = { missing: 'Missing', doubled: 'Double', surplus: 'Unknown to RingCentral' };

/** Why doubles stay double, by NetSuite's code. */
export const refusedMergeWords = (code: string): string => (code === 'INSUFFICIENT_PERMISSION'
  ? 'Your role may not delete phone calls, so the doubles stay. An administrator with full access to Phone Calls can put them together here.'
  : code === 'RCRD_HAS_BEEN_CHANGED' || code === 'LATER' ? 'Somebody else was at these records. Check again, then put them together.' : `NetSuite refused to put them together (${code}). What was merged before stays; check again.`);

export const backFillWords: Record<SyncCard['backFills'][number]['kind'], string> = { 'first-fill': 'First fill', gap: 'Catching up', 'back-fill': 'Back-fill' };

/** `1 call`, `2 calls`. */
export const counted = (count: number, noun: string): string => `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** Records of which no call can be made: nothing that anybody here can do, and nothing to be silent about. */
export const unreadableWords = (count: number): string => `${counted(count, 'record')} of RingCentral’s ${count === 1 ? 'lacks' : 'lack'} what RingCentral promises of each, so that no call can be made of ${count === 1 ? 'it' : 'them'}. If that lasts, tell RingCentral’s support.`;

/** What became of a back-fill's calls, without what there is none of. */
export const backFilledWords = (calls: number, { created, completed, unchanged, unmapped, failed }: BackFillCounts): string =>
  [`${counted(calls, 'record')} read`, ...([[created, 'logged new'], [completed, 'completed'], [unchanged, 'with nothing to add'], [unmapped, 'waiting for an organizer'], [failed, 'failed']] as const)
    .flatMap(([count, words]) => (count === 0 ? [] : [`${count.toLocaleString('en-US')} ${words}`]))].join(' · ');

/** Calls that wait, and for whom; '' where none does. Those whose extension has somebody by now wait for the next run alone. */
export function waitingWords({ calls, extensions, due }: SyncCard['unmapped']): string {
  const wait = calls - due;
  const mapped = due === 0 ? '' : `${counted(due, 'call')} ${due === 1 ? 'has' : 'have'} an organizer by now and ${due === 1 ? 'is' : 'are'} logged at the next run.`;
  const unmapped = wait === 0 ? '' : `${counted(wait, 'call')}${due === 0 ? ` of ${counted(extensions, 'extension')}` : ''} ${wait === 1 ? 'waits' : 'wait'} for an organizer and will be logged when mapped.`;
  return [unmapped, mapped].filter((words) => words !== '').join(' ');
}

/** What the last try to read texts of everybody said, by count of extensions. */
export const textTriesWords = (tries: SyncCard['texts']): string[] =>
  tries.length === 0 ? ['Texts: nobody’s were looked for yet. That is done every 15 minutes, and begins with extensions that have an organizer.'] : tries.map(({ cause, extensions }) =>
    cause === null ? `Texts of ${counted(extensions, 'extension')} are read.`
      : cause === 'PERMISSION_MISSING' ? `RingCentral refuses the texts of ${counted(extensions, 'extension')} to the service user. Ask RingCentral’s support whether a role may read them, or switch it off: whoever opens the phone has their own texts logged.`
        : `Texts of ${counted(extensions, 'extension')} could not be read. ${syncCauseWords[cause]}`);

/** What Test Connection says of others' texts. */
export const othersTextsWords: Record<Exclude<Extract<TestAnswer, { ok: true }>['texts'], 'not-asked'>, string> = {
  read: 'RingCentral lets this service user read them.',
  refused: 'RingCentral refuses them to this service user. Ask RingCentral’s support whether a role may read them.',
  nobody: 'Cannot be tried yet: nobody else is mapped to an employee. Map somebody under Organizer mapping first.',
};
