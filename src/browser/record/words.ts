import type { NetSuiteFailure } from '../netsuite/failure.ts';

export const readingRecord = 'Reading the record…';
export const openRecord = 'Open in NetSuite';

/** Why a field of the record could not be read or written, and what to do. */
export function recordFailureWords({ kind, code }: Pick<NetSuiteFailure, 'kind' | 'code'>): string {
  if (kind === 'session-ended') return 'Your NetSuite session has ended. Sign in to NetSuite and try again.';
  if (kind === 'network') return 'NetSuite could not be reached. Try again.';
  if (kind === 'limits') return 'NetSuite is busy. Try again in a moment.';
  switch (code) {
    case 'FORBIDDEN': return 'Your role may not do this with the record.';
    case 'CONFLICT': return 'Somebody else changed this field meanwhile. Look at it and try again.';
    case 'BAD_REQUEST': return 'NetSuite does not take this value here.';
    default: return 'NetSuite did not take this. Open the record to see why.';
  }
}
