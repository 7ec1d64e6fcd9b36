import type { Line } from '../ui/line.ts';
import { type PopOut, PopOutBlocked, PopOutButton } from '../ui/pop-out.tsx';
import { listsAreMute } from '../ui/words/pop-out.ts';

/** No script of ours runs on NetSuite's lists and reports, so nothing can be said there: it is said before. */
const audioIsHere = ({ state, windowId }: Line): boolean => (state.value?.calls ?? []).some(({ callId, phase }) => phase !== 'ended' && state.value?.mediaWindows[callId] === windowId);

/** The way to the pop-out; with a call in this page, why one may want it. */
export function Foot({ line, unfolded, popOut }: { line: Line; unfolded: boolean; popOut: PopOut }) {
  if (!unfolded && !popOut.blocked.value) return null;
  return (
    <footer class="foot">
      <PopOutBlocked popOut={popOut} />
      {unfolded && <div class="foot-line">{audioIsHere(line) && <p class="quiet">{listsAreMute}</p>}<PopOutButton popOut={popOut} /></div>}
    </footer>
  );
}
