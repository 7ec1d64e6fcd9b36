import { useEffect, useState } from 'preact/hooks';
import type { Colleague } from '../../wire/line/presence.ts';
import { type Line, places } from './line.ts';
import { Said } from './said.tsx';
import { askingForColleagues, nobodyFits, noColleagues, presenceTones, presenceWords } from './words/presence.ts';

/** The line forgets who watches after a minute and a half. */
const watchAgainMs = 45_000;
/** Fewer are seen at a glance. */
const searchedFrom = 8;

export interface ColleaguePickerProps {
  line: Line;
  /** What choosing somebody does, for assistive technology: "Call". */
  verb: string;
  onPick(colleague: Colleague): void;
}

const fits = ({ name, extensionNumber }: Colleague, typed: string): boolean =>
  extensionNumber.startsWith(typed) || typed.toLowerCase().split(/\s+/).every((part) => name.toLowerCase().includes(part));

/** Everybody of the company and how they are now, for as long as it is on the screen. */
export function ColleaguePicker({ line, verb, onPick }: ColleaguePickerProps) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const watch = (): void => void line.ask({ name: 'watch-colleagues' }, places.colleagues);
    watch();
    const again = setInterval(watch, watchAgainMs);
    return () => clearInterval(again);
  }, [line]);

  const all = line.state.value?.colleagues ?? null;
  const shown = all?.filter((colleague) => fits(colleague, typed.trim())) ?? [];
  return (
    <div class="colleagues">
      {all && all.length >= searchedFrom && <input type="search" aria-label="Name or extension" placeholder="Name or extension" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />}
      <Said line={line} place={places.colleagues} />
      {shown.length === 0 && <p class="quiet" role="status">{all === null ? askingForColleagues : all.length === 0 ? noColleagues : nobodyFits}</p>}
      <ul>
        {shown.map((colleague) => (
          <li key={colleague.extensionId}>
            <button type="button" aria-label={`${verb} ${colleague.name}, extension ${colleague.extensionNumber}, ${presenceWords[colleague.presence]}`} onClick={() => onPick(colleague)}>
              <span class={`dot ${presenceTones[colleague.presence]}`} />
              <span class="colleague-name">{colleague.name}</span>
              <span class="quiet">{presenceWords[colleague.presence]} · {colleague.extensionNumber}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
