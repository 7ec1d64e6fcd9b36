import type { LineAddress, LineOffer, LineTalk } from '../../wire/line/whereabouts.ts';
import type { Clock } from '../environment/clock.ts';
import type { OpenChannel } from '../environment/channel.ts';
import type { Locks } from '../environment/locks.ts';

/** Who holds the lock and lives answers within milliseconds; after this long it is frozen, and the lock is taken from it. */
const silenceMs = 4_000;
/** Unregistering may wait for RingCentral once, 8 s. */
const leavingMs = 12_000;

export interface SeatTools {
  clock: Clock;
  locks: Pick<Locks, 'claim'>;
  openChannel: OpenChannel;
  /** Of the lock and of the channel. */
  name: string;
  me(): LineOffer;
  onHeld(): void;
  /** Another line is the user's. */
  onElsewhere(holder: LineOffer): void;
  /** A newer line waits; true: this one leaves at once. */
  onWanted(by: LineOffer): boolean;
  /** The lock was taken from us: whatever runs has to end where it stands. */
  onRobbed(): void;
}

const sameKind = (a: LineAddress, b: LineAddress): boolean => a.in === b.in;
/** Another version, or another place to live, from a later page. */
const isNewer = (a: LineOffer, b: LineOffer): boolean => (a.version !== b.version || !sameKind(a.at, b.at)) && a.madeAt > b.madeAt;

/**
 * The one place a user's line can have: held by a Web Lock, waited for in its queue, asked after over a channel.
 *
 *   outside ──ask──▶ waiting ──lock──▶ held ──leave, robbed──▶ outside
 */
export function createSeat({ clock, locks, openChannel, name, me, onHeld, onElsewhere, onWanted, onRobbed }: SeatTools) {
  let state: 'outside' | 'waiting' | 'held' = 'outside';
  let cancelClaim = (): void => undefined;
  let cancelSilence = (): void => undefined;
  const channel = openChannel(name, (message) => hear(message as LineTalk));
  const post = (message: LineTalk): void => channel.post(message);

  function claim(steal: boolean): void {
    cancelClaim();
    cancelClaim = locks.claim(name, steal, held, robbed);
  }

  function held(): void {
    cancelSilence();
    state = 'held';
    post({ say: 'here', holder: me(), leaving: false });
    onHeld();
  }

  function robbed(): void {
    if (state !== 'held') return;
    state = 'outside';
    onRobbed();
    post({ say: 'where', from: me() });
  }

  function awaitNews(ms: number): void {
    cancelSilence();
    cancelSilence = clock.after(ms, () => claim(true));
  }

  function asked(from: LineOffer): void {
    // Whoever knows of a newer line lets it go first.
    if (state === 'waiting' && isNewer(from, me())) claim(false);
    if (state !== 'held') return;
    const leaving = isNewer(from, me()) && onWanted(from);
    post({ say: 'here', holder: me(), leaving });
  }

  function hear(message: LineTalk): void {
    if (message.say === 'where') asked(message.from);
    else if (state === 'waiting' && message.leaving) awaitNews(leavingMs);
    else if (state !== 'held') {
      cancelSilence();
      onElsewhere(message.holder);
    }
  }

  return {
    /** Waits for the lock, and asks who has it. */
    ask(): void {
      if (state === 'held') return;
      if (state === 'outside') claim(false);
      state = 'waiting';
      post({ say: 'where', from: me() });
      awaitNews(silenceMs);
    },
    /** Gives the lock up; `ask` comes back. */
    leave(): void {
      state = 'outside';
      cancelSilence();
      cancelClaim();
    },
    close(): void {
      this.leave();
      channel.close();
    },
  };
}

export type Seat = ReturnType<typeof createSeat>;
