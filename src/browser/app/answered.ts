import { NetSuiteFailure } from '../netsuite/failure.ts';

/** An answer of NetSuite, or why there is none: a screen shows either. */
export type Answered<T> = { ok: true; value: T } | { ok: false; failure: NetSuiteFailure };

/** Waits for a request; its failure becomes a value. Anything else that is thrown is a fault of ours and stays one. */
export async function answered<T>(request: Promise<T>): Promise<Answered<T>> {
  try {
    return { ok: true, value: await request };
  } catch (failure) {
    if (failure instanceof NetSuiteFailure) return { ok: false, failure };
    throw failure;
  }
}
