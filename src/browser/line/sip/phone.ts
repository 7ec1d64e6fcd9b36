import type { NoCallsCause } from '../../../core/connections/status.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import { createBackOff } from '../back-off.ts';
import type { LineTimings } from '../timings.ts';
import { RestFailure } from '../oauth/rest.ts';
import type { Provision } from './provision.ts';
import { ProvisionRefused } from './provision.ts';
import { SipRefused } from './sip-failure.ts';
import type { SipInfo } from './sip-info.ts';
import type { SipPhone } from './sip-phone.ts';

export type PhoneNews = { is: 'starting' } | { is: 'up' } | { is: 'down' } | { is: 'refused'; cause: NoCallsCause };

export interface PhoneTools {
  environment: Pick<LineEnvironment, 'clock' | 'random' | 'onOnline'>;
  timings: Pick<LineTimings, 'sipRetryMs' | 'longestRetryMs' | 'refusedRetryMs'>;
  provision: Provision;
  open(sipInfo: SipInfo, onLost: () => void): SipPhone;
  onNews(news: PhoneNews): void;
  /** A try to register failed; SIP or HTTP status, 0 where nobody answered. */
  onTryFailed(status: number): void;
  /** Registered again with calls up. */
  onBack(phone: SipPhone): void;
}

/** After so many tries in a row the other of the two proxies is tried. */
const triesPerProxy = 3;

const isCredentialTrouble = (failure: unknown): boolean => failure instanceof SipRefused && [401, 403, 404].includes(failure.status);

/** Keeps the phone registered: back-off, renewed credentials, the backup proxy; tells what is true of it. */
export function createPhone({ environment, timings, provision, open, onNews, onTryFailed, onBack }: PhoneTools) {
  const { clock } = environment;
  const backOff = createBackOff(timings.sipRetryMs, timings.longestRetryMs, environment.random);
  let phone: SipPhone | null = null;
  let up = false;
  let running = 0;
  let started = false;
  let tries = 0;
  /** The run that has a try under way. */
  let trying = 0;
  let cancelRetry = (): void => undefined;
  let ignoreOnline = (): void => undefined;

  function retryIn(ms: number, run: number): void {
    cancelRetry();
    cancelRetry = clock.after(ms, () => void attempt(run));
  }

  function lost(run: number): void {
    if (run !== running) return;
    up = false;
    onNews({ is: 'down' });
    retryIn(backOff.next(), run);
  }

  /** Another registration identity is needed: the old phone goes. */
  async function renew(): Promise<void> {
    const old = phone;
    phone = null;
    await provision.forget();
    void old?.dispose();
  }

  async function attempt(run: number): Promise<void> {
    if (run !== running || trying === run) return;
    trying = run;
    cancelRetry();
    await register(run, false);
    if (trying === run) trying = 0;
  }

  async function register(run: number, renewed: boolean): Promise<void> {
    onNews({ is: 'starting' });
    try {
      const sipInfo = phone ? null : await provision.read();
      if (run !== running) return;
      if (sipInfo) phone = open(sipInfo, () => lost(run));
      const current = phone as SipPhone;
      await current.register(Math.floor(tries / triesPerProxy) % 2 === 1);
      if (run !== running) return;
      up = true;
      tries = 0;
      backOff.reset();
      onNews({ is: 'up' });
      onBack(current);
    } catch (failure) {
      if (run !== running) return;
      up = false;
      tries += 1;
      if (!(failure instanceof ProvisionRefused)) onTryFailed(failure instanceof SipRefused || failure instanceof RestFailure ? failure.status : 0);
      if (isCredentialTrouble(failure) && !renewed && (phone?.calls().length ?? 0) === 0) {
        await renew();
        await register(run, true);
      } else if (failure instanceof ProvisionRefused || failure instanceof SipRefused) {
        const cause = failure instanceof ProvisionRefused ? failure.reason : failure.status === 603 ? 'too-many-phones' : failure.status >= 500 ? null : 'phone-refused';
        onNews(cause === null ? { is: 'down' } : { is: 'refused', cause });
        retryIn(cause === null ? backOff.next() : timings.refusedRetryMs, run);
      } else {
        onNews({ is: 'down' });
        retryIn(backOff.next(), run);
      }
    }
  }

  return {
    start(): void {
      running += 1;
      started = true;
      tries = 0;
      backOff.reset();
      const run = running;
      ignoreOnline();
      ignoreOnline = environment.onOnline(() => {
        if (!up) void attempt(run);
      });
      void attempt(run);
    },
    /** Somebody does not want to wait for the next try. */
    tryNow(): void {
      if (!started || up) return;
      backOff.reset();
      void attempt(running);
    },
    /** The registered phone; null while there is none. */
    ready: (): SipPhone | null => (up ? phone : null),
    current: (): SipPhone | null => phone,
    /** Unregisters and closes the socket. */
    async stop(): Promise<void> {
      running += 1;
      started = false;
      up = false;
      cancelRetry();
      ignoreOnline();
      const old = phone;
      phone = null;
      await old?.dispose();
    },
  };
}

export type Phone = ReturnType<typeof createPhone>;
