import type { AudioFigures } from '../../core/calls/quality.ts';
import type { Clock } from '../environment/clock.ts';
import { readFigures } from './read-figures.ts';

/** Often enough to notice a bad network within a sentence or two, seldom enough to cost nothing. */
export const figuresEveryMs = 5_000;

/** Tells what the connection of the moment has counted, again and again until it is closed. */
export function watchFigures(clock: Clock, peer: () => Pick<RTCPeerConnection, 'getStats'> | null, tell: (figures: AudioFigures) => void): { close(): void } {
  let closed = false;
  let cancel = (): void => undefined;
  const wait = (): void => {
    if (!closed) cancel = clock.after(figuresEveryMs, () => void look());
  };
  async function look(): Promise<void> {
    const current = peer();
    // A connection that is being closed has nothing to tell.
    const figures = current && (await readFigures(current).catch(() => null));
    if (figures && !closed) tell(figures);
    wait();
  }
  wait();
  return {
    close(): void {
      closed = true;
      cancel();
    },
  };
}
