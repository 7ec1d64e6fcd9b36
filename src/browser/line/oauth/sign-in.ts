import * as v from 'valibot';
import type { ConnectFailure } from '../../../core/connections/status.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Locks } from '../../environment/locks.ts';
import type { Sealed } from '../store/sealed.ts';
import type { LineTimings } from '../timings.ts';
import { challengeOf, secretWord } from './pkce.ts';
import { isRestFailure } from './rest.ts';
import type { RingCentral } from './sdk.ts';

const Pending = v.object({ state: v.string(), verifier: v.string(), at: v.number() });

/** RingCentral's codes for an authorization code that came too late or twice. */
const codeIsSpent = new Set(['OAU-106', 'OAU-108']);
const longestReason = 200;

export interface SignInTools {
  clock: Clock;
  crypto: Crypto;
  hold: Locks['hold'];
  sealed: Sealed;
  /** Where the pending sign-in lies; one per account and user. */
  name: string;
  timings: Pick<LineTimings, 'signInWindowGraceMs' | 'signInMs'>;
  ringCentral(): Pick<RingCentral, 'loginUrl' | 'login'> | null;
  onBegun(): void;
  /** null: given up by the user, quietly. */
  onEnded(failure: ConnectFailure | null): void;
  /** The code is being traded. */
  onSignedIn(): void;
}

/**
 * One sign-in at a time: begun with a fresh verifier and state, ended by the redirect page's answer. Both are kept
 * sealed, good for one answer and ten minutes, so that an answer finds its way also after the worker was restarted.
 */
export function createSignIn({ clock, crypto, hold, sealed, name, timings, ringCentral, onBegun, onEnded, onSignedIn }: SignInTools) {
  let cancelGrace = (): void => undefined;
  /** The answer has come: the window closes by itself now. */
  let trading = false;

  /** By one worker only: all of them hear the redirect page. */
  const take = (): Promise<v.InferOutput<typeof Pending> | null> =>
    hold(`rcns-sign-in:${name}`, async () => {
      const read = v.safeParse(Pending, await sealed.read(name));
      await sealed.delete(name);
      return read.success && clock.now() - read.output.at <= timings.signInMs ? read.output : null;
    });

  async function trade(code: string, verifier: string): Promise<void> {
    trading = true;
    try {
      await ringCentral()?.login(code, verifier);
      onSignedIn();
    } catch (failure) {
      if (isRestFailure(failure) && failure.kind === 'network') onEnded({ kind: 'network' });
      else if (isRestFailure(failure) && codeIsSpent.has(failure.code ?? '')) onEnded({ kind: 'code-expired' });
      else onEnded({ kind: 'refused', reason: (isRestFailure(failure) ? (failure.words ?? failure.code ?? `HTTP ${failure.status}`) : 'unreadable answer').slice(0, longestReason) });
    } finally {
      trading = false;
    }
  }

  return {
    /** Address for the sign-in window; null while the company is not set up. */
    async begin(): Promise<string | null> {
      const client = ringCentral();
      if (!client) return null;
      cancelGrace();
      const state = secretWord(crypto);
      const verifier = secretWord(crypto);
      await sealed.write(name, { state, verifier, at: clock.now() });
      onBegun();
      return client.loginUrl(state, await challengeOf(crypto, verifier));
    },
    /** It looks closed; a late answer still counts. */
    windowClosed(): void {
      cancelGrace();
      if (trading) return;
      cancelGrace = clock.after(timings.signInWindowGraceMs, () => onEnded(null));
    },
    windowBlocked: (): void => onEnded({ kind: 'pop-up-blocked' }),
    /** `location.search` of the redirect page. An answer nobody waits for changes nothing. */
    async answer(search: string): Promise<void> {
      const query = new URLSearchParams(search);
      const pending = await take();
      if (!pending) return;
      cancelGrace();
      if (query.get('state') !== pending.state) {
        onEnded({ kind: 'state-mismatch' });
        return;
      }
      const error = query.get('error');
      const code = query.get('code');
      if (error !== null || code === null) onEnded({ kind: 'refused', reason: (query.get('error_description') ?? error ?? 'no code').slice(0, longestReason) });
      else await trade(code, pending.verifier);
    },
    close: (): void => cancelGrace(),
  };
}
