import { PlatformError } from './platform-error.ts';

/** RingCentral's usage plan groups. */
export type RateGroup = 'Light' | 'Medium' | 'Heavy' | 'Auth' | 'NoThrottling';

/** Requests per sliding window, per user and application (ringcentral.md 2.3). */
const allowed: Record<Exclude<RateGroup, 'NoThrottling'>, number> = { Light: 50, Medium: 40, Heavy: 10, Auth: 5 };

/** Seconds, also of the penalty, which starts again with every request sent during it. */
const windowSeconds = 60;

export interface RateLimits {
  /** Counts one request of `who` (user and application). Gives the headers, or throws 429 CMN-301 while enforcing. */
  count(who: string, group: RateGroup): Record<string, string>;
  enforce(on: boolean): void;
  enforced(): boolean;
}

/** Counts always, refuses only while enforcing. `now` in epoch milliseconds. */
export function createRateLimits(tools: { now: () => number; enforced: boolean }): RateLimits {
  const sent = new Map<string, { times: number[]; penaltyUntil: number }>();
  let enforcing = tools.enforced;
  return {
    enforce(on) {
      enforcing = on;
      sent.clear();
    },
    enforced: () => enforcing,
    count(who, group) {
      if (group === 'NoThrottling') return {};
      const now = tools.now();
      const limit = allowed[group];
      const key = `${group} ${who}`;
      const record = sent.get(key) ?? { times: [], penaltyUntil: 0 };
      sent.set(key, record);
      record.times = record.times.filter((time) => time > now - windowSeconds * 1000);
      if (record.times.length >= limit || record.penaltyUntil > now) record.penaltyUntil = now + windowSeconds * 1000;
      else record.times.push(now);
      const headers = {
        'X-Rate-Limit-Group': group.toLowerCase(), 'X-Rate-Limit-Limit': String(limit),
        'X-Rate-Limit-Remaining': String(limit - record.times.length), 'X-Rate-Limit-Window': String(windowSeconds),
      };
      if (enforcing && record.penaltyUntil > now) {
        throw new PlatformError(429, 'CMN-301', 'Request rate exceeded', { headers: { ...headers, 'Retry-After': String(windowSeconds) } });
      }
      return headers;
    },
  };
}
