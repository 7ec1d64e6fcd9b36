/** Where a line runs: in a SharedWorker, or in a window that was elected. */
export type LineAddress = { in: 'worker'; url: string; name: string } | { in: 'window'; lineId: string };

/** A line that is the user's one line, or waits to be. */
export interface LineOffer {
  version: string;
  /** Hash over everything that says what windows and lines tell each other: only with the same one do they understand each other. */
  protocol: string;
  /** When NetSuite made the newest page of this version, epoch milliseconds. What was made later is the newer, also after a roll-back. */
  madeAt: number;
  at: LineAddress;
}

/** What the lines of a user say to each other over a BroadcastChannel, which bears the name of the lock. */
export type LineTalk =
  /** Somebody waits for the lock. */
  | { say: 'where'; from: LineOffer }
  /** Whoever holds it. `leaving`: it is on its way out, and the lock will be free. */
  | { say: 'here'; holder: LineOffer; leaving: boolean };

/** The Web Lock that only the user's one line holds, whatever versions are open in this browser. */
export const lineName = (account: string, user: number): string => `rcns-line-of:${account}:${user}`;
