import type { NetSuiteFailure } from '../../../netsuite/failure.ts';
import { restTrouble } from '../rest-trouble.ts';
import type { Picture } from './picture.ts';

type Refusal = Omit<NonNullable<Picture['refusal']>, 'at'>;

/** What became of a try to bring a picture. */
export type PictureOutcome =
  /** NetSuite has it, or wants none. */
  | { is: 'settled' }
  /** Somebody is not there: it is tried again by itself. */
  | { is: 'waits' }
  /** It did not work, and nobody says why: tried again a few times. */
  | { is: 'failed' }
  | { is: 'refused'; refusal: Refusal };

const refused = (why: Refusal['why'], detail: string): PictureOutcome => ({ is: 'refused', refusal: { why, detail } });

/** Passing: the session, or somebody who wrote the same record at the same moment. */
const passing: ReadonlySet<NetSuiteFailure['code']> = new Set(['LATER', 'CONFLICT', 'BAD_TOKEN', 'NO_SESSION', 'WRONG_USER'] as const);

/** By its name: this part of the line is loaded apart from the one that throws it. */
const netSuiteTrouble = (failure: unknown): Pick<NetSuiteFailure, 'kind' | 'code' | 'message'> | null => (failure instanceof Error && failure.name === 'NetSuiteFailure' ? (failure as NetSuiteFailure) : null);

/** What a failure means for the picture that was to be brought. */
export function outcomeOf(failure: unknown): PictureOutcome {
  const rest = restTrouble(failure);
  if (rest) {
    if (rest.status === 404 || rest.status === 410) return refused('gone', '');
    // Without a sign-in nobody fetches it: it waits for the next one.
    return rest.kind !== 'refused' || rest.status === 401 ? { is: 'waits' } : refused('not-given', rest.code ?? `HTTP ${rest.status}`);
  }
  const netsuite = netSuiteTrouble(failure);
  if (netsuite === null || netsuite.kind === 'failed') return { is: 'failed' };
  if (netsuite.kind !== 'refused' || passing.has(netsuite.code)) return { is: 'waits' };
  // The company has changed its mind meanwhile.
  if (netsuite.code === 'NOT_SET_UP' && netsuite.message === 'pictures') return { is: 'settled' };
  return refused(netsuite.code ?? 'NETSUITE', netsuite.message);
}
