import { useState } from 'preact/hooks';
import type { HealthEvent } from '../../../../core/connections/health.ts';
import { Button } from '../../../ui/button.tsx';
import { eventWords } from '../../../ui/words/health.ts';
import { timeOf } from './time-of.ts';

/** Enough to see what happened just now; the rest on demand. */
const firstShown = 8;

/** What happened to the line, the newest first. Codes are shown as RingCentral or the browser gave them. */
export function EventList({ events }: { events: readonly HealthEvent[] }) {
  const [all, setAll] = useState(false);
  const shown = [...events].reverse().slice(0, all ? undefined : firstShown);
  return (
    <div class="health-events">
      <h4>Last events</h4>
      <ol>
        {shown.map(({ at, code, detail, times }, index) => (
          <li key={`${events.length - index}`}>
            <time dateTime={new Date(at).toISOString()} class="quiet">{timeOf(at)}</time>
            <span>{eventWords[code] ?? code}{detail !== null && detail !== 0 && <span class="quiet"> ({detail})</span>}{times > 1 && <span class="quiet"> {times} times</span>}</span>
          </li>
        ))}
      </ol>
      {events.length > firstShown && <Button onClick={() => setAll(!all)}>{all ? 'Show fewer' : `Show all ${events.length}`}</Button>}
    </div>
  );
}
