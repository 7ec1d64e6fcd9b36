import type { PageKind } from '../../../wire/line/messages.ts';

export interface MediaCandidate { windowId: string; page: PageKind; visible: boolean; awake: boolean; /** When it said hello, epoch ms. */ since: number }

/**
 * The window that carries a call's audio: the pop-out, which no click on a link takes away, else the one that was clicked
 * in, else a visible one, else the newest; of equals the app, then the newest. null: no window is awake. `exclude` names windows that were tried and did not answer.
 */
export function chooseMediaWindow(windows: MediaCandidate[], clicked: string | null, exclude: ReadonlySet<string> = new Set()): string | null {
  const rank = ({ windowId, visible, page, since }: MediaCandidate): number[] => [page === 'pop-out' ? 1 : 0, windowId === clicked ? 1 : 0, visible ? 1 : 0, page === 'app' ? 1 : 0, since];
  const better = (a: MediaCandidate, b: MediaCandidate): number => {
    const [ofA, ofB] = [rank(a), rank(b)];
    const at = ofA.findIndex((value, index) => value !== ofB[index]);
    return at === -1 ? 0 : (ofB[at] as number) - (ofA[at] as number);
  };
  return windows.filter(({ awake, windowId }) => awake && !exclude.has(windowId)).sort(better)[0]?.windowId ?? null;
}
