import type { End } from './room.ts';
import { SILENCE } from './frame.ts';
import type { Frame } from './frame.ts';
import { createLegMedia } from './leg.ts';
import type { LegMedia } from './leg.ts';
import type { CallRoads } from './roads.ts';

/** The page's clock and ours drift apart; more than this is dropped rather than heard late. */
const QUEUED_FRAMES = 8;

/** A user's page as an end of a conversation. */
export interface PageEnd extends End {
  readonly leg: LegMedia;
  close(): void;
}

/** @param tools.onFrame every 10 ms as they arrive, before any is dropped or missed. */
export function createPageEnd(tools: { onFrame?(frame: Frame): void; roads?: CallRoads } = {}): PageEnd {
  const queue: Frame[] = [];
  const leg = createLegMedia({
    ...(tools.roads ? { roads: tools.roads } : {}),
    onFrame(frame) {
      tools.onFrame?.(frame);
      queue.push(frame);
      if (queue.length > QUEUED_FRAMES) queue.shift();
    },
  });
  return {
    leg,
    says: () => queue.shift() ?? SILENCE,
    hears: (frame) => leg.play(frame),
    close: () => leg.close(),
  };
}
