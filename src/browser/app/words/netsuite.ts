import type { ErrorCode } from '../../../wire/errors.ts';
import type { NetSuiteFailure } from '../../netsuite/failure.ts';

/** What each refusal of our endpoints means for the person who asked. */
export const errorWords: Record<ErrorCode, string> = {
  BAD_REQUEST: 'NetSuite did not understand this. Reload the page and try again.',
  TOO_LARGE: 'This is too long to be saved.',
  NO_SESSION: 'Your NetSuite session has ended. Sign in to NetSuite and try again.',
  FORBIDDEN: 'Your role may not do this. Ask your administrator.',
  BAD_TOKEN: 'Your NetSuite session has changed. Reload the page.',
  WRONG_USER: 'This belongs to another user.',
  NOT_YOURS: 'This record belongs to another user. Ask your administrator.',
  NOT_SET_UP: 'RingCentral is not set up for this company yet.',
  BAD_SETTING: 'A setting cannot be right. Check it and save again.',
  CONFLICT: 'Somebody else changed this meanwhile. Reload the page and try again.',
  LATER: 'NetSuite is busy. Try again in a moment.',
  NETSUITE: 'NetSuite reported an error of its own.',
};

/** One sentence or two for a failure; NetSuite's own error follows its sentence. */
export function failureWords(failure: Pick<NetSuiteFailure, 'kind' | 'code' | 'message'>): string {
  switch (failure.kind) {
    case 'network': return 'NetSuite could not be reached. Check your network and try again.';
    case 'failed': return 'NetSuite answered with an error. Try again in a moment.';
    case 'session-ended': return errorWords.NO_SESSION;
    case 'limits': return errorWords.LATER;
    case 'refused': return failure.code === 'NETSUITE' && failure.message ? `${errorWords.NETSUITE} (${failure.message})` : errorWords[failure.code ?? 'NETSUITE'];
  }
}
