import * as v from 'valibot';
import type { Channel } from '../../environment/channel.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { Sealed } from '../store/sealed.ts';
import type { Store } from '../store/store.ts';

export interface OtherUsersTools {
  environment: Pick<LineEnvironment, 'openChannel'>;
  store: Store;
  sealed: Sealed;
  account: string;
  user: number;
  /** When the page of this user was made, epoch milliseconds: NetSuite knows one user at a time, so the later page is whose browser this is. */
  madeAt: number;
  /** Somebody else of this account uses this browser now. */
  onReplaced(): void;
}

const Owner = v.object({ user: v.number(), madeAt: v.number() });
type Owner = v.InferOutput<typeof Owner>;

/** What a user's line keeps at this browser; `kind` tells the values apart. */
export const secretName = (kind: 'tokens' | 'sip' | 'me' | 'sign-in' | 'last-dialled' | 'parked' | 'texts', account: string, user: number): string => `secret:${account}:${user}:${kind}:`;

/**
 * One user per account and browser profile: a line that starts tells the others to end, and deletes what a line that is
 * not running any more has left. A page that was forgotten in another tab takes nothing back. Drafts are not touched:
 * they wait for their owner.
 */
export function createOtherUsers({ environment, store, sealed, account, user, madeAt, onReplaced }: OtherUsersTools) {
  const ownerName = `owner:${account}`;
  const isLater = (other: Owner | null): boolean => other !== null && other.user !== user && other.madeAt > madeAt;
  const read = (value: unknown): Owner | null => {
    const owner = v.safeParse(Owner, value);
    return owner.success ? owner.output : null;
  };
  const channel: Channel = environment.openChannel(`rcns-line:${account}`, (message) => {
    if (isLater(read(message))) onReplaced();
  });
  return {
    /** False: this browser is somebody else's already. */
    async replace(): Promise<boolean> {
      if (isLater(read(await store.get(ownerName)))) return false;
      await store.set(ownerName, { user, madeAt } satisfies Owner);
      channel.post({ user, madeAt } satisfies Owner);
      const all = await sealed.names(`secret:${account}:`);
      await Promise.all(all.filter((name) => !name.startsWith(`secret:${account}:${user}:`)).map((name) => sealed.delete(name)));
      return true;
    },
    async forgetOwn(): Promise<void> {
      const own = await sealed.names(`secret:${account}:${user}:`);
      await Promise.all(own.map((name) => sealed.delete(name)));
    },
    close: (): void => channel.close(),
  };
}
