import { createRoad } from './road.ts';
import type { Road } from './road.ts';
import { loopbackPortOf, withoutCandidates, withOneCandidate } from './sdp.ts';

/**
 * The network that the sound of calls goes over. Usually pages and the switch send to each other directly; while `detour` is on,
 * every newly negotiated connection goes over a road of ours, where packets can be lost and which can be blocked.
 * A road stands for one network path: after an ICE restart there is another, as after a change of the network.
 */
export interface Roads {
  detour(on: boolean): void;
  /** Percent of the packets, each way. */
  lose(percent: number): void;
  /** Nothing passes any more on the roads there are; those negotiated from now on are free. */
  blockAll(): void;
  /** For the sound of one call. */
  forCall(): CallRoads;
}

export interface CallRoads {
  /** What the switch is given of a page's description. */
  towardsSwitch(sdp: string): string;
  /** What the page is given of the switch's description. */
  towardsPage(sdp: string): Promise<string>;
  close(): void;
}

export function createRoads(random: () => number = Math.random): Roads {
  const all = new Set<Road>();
  let on = false;
  let percent = 0;
  return {
    detour(next) { on = next; },
    lose(next) { percent = next; },
    blockAll() { for (const road of all) road.block(); },
    forCall() {
      const own = new Set<Road>();
      return {
        // The switch answers where it is spoken to from; what the page says of itself would lead past the road.
        towardsSwitch: (sdp) => (on ? withoutCandidates(sdp) : sdp),
        async towardsPage(sdp) {
          const to = on ? loopbackPortOf(sdp) : null;
          if (to === null) return sdp;
          const road = await createRoad({ to, loses: () => random() * 100 < percent });
          own.add(road);
          all.add(road);
          return withOneCandidate(sdp, road.port);
        },
        close() {
          for (const road of own) {
            all.delete(road);
            road.close();
          }
          own.clear();
        },
      };
    },
  };
}
