import { setTimeout as pause } from 'node:timers/promises';
import { PlatformError } from './platform-error.ts';

/**
 * "The next n requests whose method and path match fail with this status"; with `every` only each so-many-th of them. Path is compared as
 * "contains".
 */
export interface RestFault { status: 403 | 429 | 500 | 502 | 503; times: number; method?: string; pathContains?: string; every?: number; /** Seconds that a 429 asks to wait; 60 when absent. */ retryAfter?: number }

export interface RestFaults {
  failNext(fault: RestFault): void;
  /** Milliseconds before every REST and OAuth answer from now on; 0 for none. */
  delay(milliseconds: number): void;
  clear(): void;
  /** Waits and throws as ordered. */
  suffer(request: { method: string; path: string }): Promise<void>;
  describe(): { delayMs: number; pending: RestFault[] };
}

const texts: Record<RestFault['status'], [code: string, message: string]> = {
  403: ['CMN-408', 'In order to call this API endpoint, user needs to have permission for the requested resource'],
  429: ['CMN-301', 'Request rate exceeded'], 500: ['CMN-201', 'Service Temporary Unavailable'],
  502: ['CMN-203', 'Internal Server Error'], 503: ['CMN-201', 'Service Temporary Unavailable'],
};

/** Faults of the REST side, ordered by /network or a test. */
export function createRestFaults(): RestFaults {
  let pending: (RestFault & { passed: number })[] = [];
  let delayMs = 0;
  return {
    failNext: (fault) => { pending.push({ ...fault, passed: 0 }); },
    delay: (milliseconds) => { delayMs = milliseconds; },
    clear() {
      pending = [];
      delayMs = 0;
    },
    describe: () => ({ delayMs, pending: pending.map(({ passed: _, ...fault }) => fault) }),
    async suffer(request) {
      if (delayMs > 0) await pause(delayMs, undefined, { ref: false });
      const fault = pending.find((candidate) => (!candidate.method || candidate.method === request.method)
        && (!candidate.pathContains || request.path.includes(candidate.pathContains)));
      if (!fault) return;
      fault.passed += 1;
      if (fault.passed % (fault.every ?? 1) !== 0) return;
      fault.times -= 1;
      pending = pending.filter((candidate) => candidate.times > 0);
      const [code, message] = texts[fault.status];
      throw new PlatformError(fault.status, code, message, fault.status === 429 ? { headers: { 'Retry-After': String(fault.retryAfter ?? 60) } } : {});
    },
  };
}
