import type { RestFailure } from '../oauth/rest.ts';

/** What RingCentral's REST said, if it was that: by name, since this part of the line is loaded apart from the one that throws it. */
export const restTrouble = (failure: unknown): Pick<RestFailure, 'kind' | 'status' | 'code' | 'words'> | null => (failure instanceof Error && failure.name === 'RestFailure' ? (failure as RestFailure) : null);
