import { after } from 'node:test';
import { openWorld, type World } from './open-world.ts';

export type { World } from './open-world.ts';

let opened: Promise<World> | null = null;

/** Short delays, so that a journey waits for people and not for patience. */
const timings = { gatewayRetryMs: 200, sipRetryMs: 200, signInWindowGraceMs: 600, logAfterByeMs: 300, stableAfterFlickerMs: 1500, retryLogMs: 300, dialGiveUpMs: 5000, lastPageGoneMs: 3000, lastPageGoneInCallMs: 15_000, textQuietMs: 500, textLongestMs: 3000, textSyncGapMs: 300 };

/** The one world of this worker process, opened by its first journey. */
export const world = (): Promise<World> => (opened ??= openWorld({ timings }));

after(async () => {
  await (await opened)?.close();
});
