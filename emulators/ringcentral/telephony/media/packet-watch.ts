import type { LegMedia } from './leg.ts';

/** Packets come every 20 ms; asking as often finds pauses to within one packet. */
const LOOK_EVERY_MS = 20;

/** Keeps the packet figures of a leg at hand, and the longest time between two packets from the page. */
export interface PacketWatch {
  packetsIn(): number;
  packetsOut(): number;
  longestPauseMs(): number;
  reset(): void;
  close(): void;
}

export function createPacketWatch(leg: LegMedia): PacketWatch {
  let [packetsIn, packetsOut, longestPauseMs] = [0, 0, 0];
  let lastPacketAt: number | null = null;
  let looking = false;
  let closed = false;

  const look = async (): Promise<void> => {
    if (looking || closed) return;
    looking = true;
    try {
      const counts = await leg.counts();
      if (closed) return;
      ({ packetsIn, packetsOut } = counts);
      const at = counts.lastPacketAt;
      if (at === null || at === lastPacketAt) return;
      if (lastPacketAt !== null) longestPauseMs = Math.max(longestPauseMs, at - lastPacketAt);
      lastPacketAt = at;
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => { void look(); }, LOOK_EVERY_MS);

  return {
    packetsIn: () => packetsIn,
    packetsOut: () => packetsOut,
    /** A pause that has not ended yet counts with what it lasts already; after the call nothing is a pause. */
    longestPauseMs: () => Math.round(lastPacketAt === null || closed ? longestPauseMs : Math.max(longestPauseMs, Date.now() - lastPacketAt)),
    reset() { longestPauseMs = 0; },
    close() {
      closed = true;
      clearInterval(timer);
    },
  };
}
