import type { Unsent } from '../../../wire/line/unsent.ts';
import type { Line } from '../../ui/line.ts';
import { andMore, refusedTitle } from '../words/refused-log.ts';
import { RefusedRow } from './refused-row.tsx';

/** Logs that NetSuite refused for good, for their owner to correct, send again or discard. Nothing while there is none. */
export function RefusedLogs({ unsent: { refused, refusedInAll }, line }: { unsent: Unsent; line: Line }) {
  if (refused.length === 0) return null;
  return (
    <section class="card refused" aria-label={refusedTitle}>
      <h3>{refusedTitle}</h3>
      <ul>{refused.map((log) => <RefusedRow key={log.id} log={log} line={line} />)}</ul>
      {refusedInAll > refused.length && <p class="quiet">{andMore(refusedInAll - refused.length)}</p>}
    </section>
  );
}
