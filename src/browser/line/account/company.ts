import * as v from 'valibot';
import { CompanyForMembers } from '../../../wire/settings/company-for-members.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import { createBackOff } from '../back-off.ts';
import type { Store } from '../store/store.ts';
import type { LineTimings } from '../timings.ts';

/** What was asked this long ago is asked again when a page is loaded: an administrator may have changed what to log. */
const freshMs = 15 * 60_000;
/** First pause before NetSuite is asked again. */
const retryMs = 5_000;

export interface CompanyTools {
  environment: Pick<LineEnvironment, 'clock' | 'random'>;
  timings: Pick<LineTimings, 'longestRetryMs'>;
  netsuite: Pick<NetSuiteClient, 'company'>;
  store: Store;
  name: string;
  /** `before`: null at first. */
  adopt(company: CompanyForMembers, before: CompanyForMembers | null): Promise<void>;
}

/** The company's settings at NetSuite, asked for until it answers; and as they were last, so that the phone need not wait for that. */
export function createCompany({ environment, timings, netsuite, store, name, adopt }: CompanyTools) {
  const backOff = createBackOff(retryMs, timings.longestRetryMs, environment.random);
  let current: CompanyForMembers | null = null;
  let reading: Promise<void> = Promise.resolve();
  let closed = false;
  let askedAt = environment.clock.now();
  let cancelRetry = (): void => undefined;

  async function take(next: CompanyForMembers): Promise<void> {
    const before = current;
    current = next;
    await adopt(next, before);
  }

  async function ask(): Promise<void> {
    askedAt = environment.clock.now();
    try {
      const next = await netsuite.company();
      await store.set(name, next);
      backOff.reset();
      if (!closed) await take(next);
    } catch {
      cancelRetry();
      if (!closed) cancelRetry = environment.clock.after(backOff.next(), () => void read());
    }
  }

  /** One reading at a time; whoever asks meanwhile gets another one afterwards. */
  function read(): Promise<void> {
    reading = reading.then(ask, ask);
    return reading;
  }

  async function begin(): Promise<void> {
    const kept = v.safeParse(CompanyForMembers, await store.get(name));
    if (kept.success && kept.output.setUp && !current && !closed) await take(kept.output);
    await ask();
  }

  return {
    current: (): CompanyForMembers | null => current,
    /** Once the browser is this user's; false: it is not. */
    begin(ours: Promise<boolean>): void {
      reading = ours.then((may) => (may ? begin() : undefined));
    },
    read,
    /** Reads again what may have changed since: nothing where a company is set up and was asked for lately. */
    refresh(): void {
      if (current && (!current.setUp || environment.clock.now() - askedAt > freshMs)) void read();
    },
    /** NetSuite has been asked, whatever it answered. */
    wasRead: (): Promise<void> => reading,
    close(): void {
      closed = true;
      cancelRetry();
    },
  };
}
