import type { Sound } from '../../../wire/line/messages.ts';
import type { MediaCandidate } from '../windows/choose-media-window.ts';

export interface RingCandidate extends MediaCandidate { sound: Sound }

const heard: Record<Sound, number> = { unlocked: 2, unknown: 1, locked: 0 };

/**
 * The window that rings: one whose sound is unlocked first, then a visible one, then the app, then the newest. `current`
 * goes on as long as it can be heard: a ring that wanders with every tab that comes into view is no ring. null: no window
 * is awake.
 */
export function chooseRingingWindow(windows: readonly RingCandidate[], current: string | null): string | null {
  const awake = windows.filter((window) => window.awake);
  const rank = ({ sound, visible, page, since }: RingCandidate): number[] => [heard[sound], visible ? 1 : 0, page === 'record' ? 0 : 1, since];
  const better = (a: RingCandidate, b: RingCandidate): number => {
    const [ofA, ofB] = [rank(a), rank(b)];
    const at = ofA.findIndex((value, index) => value !== ofB[index]);
    return at === -1 ? 0 : (ofB[at] as number) - (ofA[at] as number);
  };
  const best = [...awake].sort(better)[0];
  const now = awake.find(({ windowId }) => windowId === current);
  if (now && best && heard[now.sound] >= heard[best.sound]) return now.windowId;
  return best?.windowId ?? null;
}
