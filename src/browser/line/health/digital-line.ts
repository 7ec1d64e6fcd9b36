import * as v from 'valibot';
import type { CallFact } from '../../../core/calls/fact.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Rest } from '../oauth/rest.ts';
import type { LineTimings } from '../timings.ts';

export interface DigitalLineTools {
  rest: Pick<Rest, 'get'>;
  clock: Clock;
  timings: Pick<LineTimings, 'refusedRetryMs'>;
  /** RingCentral says that no device of this user has a line; or that one has, after it had none. */
  onNews(is: 'missing' | 'there'): void;
}

const devices = '/restapi/v1.0/account/~/extension/~/device';
const Devices = v.object({ records: v.array(v.object({ phoneLines: v.optional(v.array(v.unknown()), []) })) });

/** The one called was busy, unreachable or did not want to: says nothing about our own line. */
const aboutTheOther = new Set([404, 408, 480, 484, 486, 487, 600, 603, 604]);

/**
 * Without a digital line RingCentral refuses calls to phone numbers, and which status it then gives is not documented.
 * So a refusal that is not about the one called makes us read this user's devices, once for each registration while
 * they have a line. A missing one is looked for again, since nothing tells when an administrator assigns one.
 */
export function createDigitalLine({ rest, clock, timings, onNews }: DigitalLineTools) {
  let known: 'unknown' | 'there' | 'missing' = 'unknown';
  let asking = false;
  let closed = false;
  let cancel = (): void => undefined;

  async function ask(): Promise<void> {
    if (asking || closed) return;
    asking = true;
    cancel();
    const read = v.safeParse(Devices, await rest.get(devices).catch(() => null));
    asking = false;
    if (closed) return;
    const before = known;
    if (read.success) known = read.output.records.some(({ phoneLines }) => phoneLines.length > 0) ? 'there' : 'missing';
    if (known === 'missing') cancel = clock.after(timings.refusedRetryMs, () => void ask());
    if (known !== before && (known === 'missing' || before === 'missing')) onNews(known as 'missing' | 'there');
  }

  return {
    /** What happened to a call of ours. */
    hear(fact: CallFact): void {
      if (fact.what === 'leg-refused' && fact.status > 0 && !aboutTheOther.has(fact.status) && known === 'unknown') void ask();
    },
    /** Registered, for the first time or again. */
    phoneUp(): void {
      if (known === 'missing') onNews('missing');
      else known = 'unknown';
    },
    tryNow(): void {
      if (known === 'missing') void ask();
    },
    close(): void {
      closed = true;
      cancel();
    },
  };
}
