import type { Channel } from '../../environment/channel.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { Sealed } from '../store/sealed.ts';

export interface OtherUsersTools {
  environment: Pick<LineEnvironment, 'openChannel'>;
  sealed: Sealed;
  account: string;
  user: number;
  /** Somebody else of this account uses this browser now. */
  onReplaced(): void;
}

/** What a user's line keeps at this browser; `kind` tells the values apart. */
export const secretName = (kind: 'tokens' | 'sip' | 'me' | 'sign-in' | 'last-dialled' | 'parked', account: string, user: number): string => `secret:${account}:${user}:${kind}:`;

/**
 * One user per account and browser profile: a line that starts tells the others to end, and deletes what a line that is
 * not running any more has left. Drafts are not touched: they wait for their owner.
 */
export function createOtherUsers({ environment, sealed, account, user, onReplaced }: OtherUsersTools) {
  const channel: Channel = environment.openChannel(`rcns-line:${account}`, (message) => {
    const other = (message as { user?: unknown } | null)?.user;
    if (typeof other === 'number' && other !== user) onReplaced();
  });
  return {
    async replace(): Promise<void> {
      channel.post({ user });
      const all = await sealed.names(`secret:${account}:`);
      await Promise.all(all.filter((name) => !name.startsWith(`secret:${account}:${user}:`)).map((name) => sealed.delete(name)));
    },
    async forgetOwn(): Promise<void> {
      const own = await sealed.names(`secret:${account}:${user}:`);
      await Promise.all(own.map((name) => sealed.delete(name)));
    },
    close: (): void => channel.close(),
  };
}
