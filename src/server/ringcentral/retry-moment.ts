import type { ClientResponse } from 'N/https';

/** What to wait where RingCentral does not say how long. */
const usualSeconds = 60;

/** When RingCentral will listen again, epoch milliseconds. */
export function retryMoment({ headers }: Pick<ClientResponse, 'headers'>): number {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'retry-after');
  const seconds = name === undefined ? NaN : Number((headers as Record<string, unknown>)[name]);
  return Date.now() + (Number.isFinite(seconds) && seconds > 0 ? seconds : usualSeconds) * 1000;
}
