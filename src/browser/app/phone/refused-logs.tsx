import type { LineState } from '../../../wire/line/state.ts';
import type { RefusedLog } from '../../../wire/line/unsent.ts';
import type { Line } from '../../ui/line.ts';
import { endTitle, whoIsIt } from '../../ui/who.ts';
import { andMore, refusedTitle } from '../words/refused-log.ts';
import { RefusedPictureRow } from './refused-picture-row.tsx';
import { RefusedRow } from './refused-row.tsx';

/** Logs and pictures that NetSuite refused for good, for their owner to correct, send again or discard. Nothing while there is none. */
export function RefusedLogs({ state: { unsent: { refused, refusedInAll }, texts, calls }, line }: { state: LineState; line: Line }) {
  /** NetSuite's name, as long as the call is on a card. */
  const named = (log: RefusedLog): string => {
    const call = calls.find(({ callId }) => callId === log.id);
    return call ? whoIsIt(call).title : endTitle(log.with);
  };
  const pictures = texts?.pictures.refused ?? [];
  const more = refusedInAll - refused.length + (texts?.pictures.refusedInAll ?? 0) - pictures.length;
  if (refused.length + pictures.length === 0) return null;
  return (
    <section class="card refused" aria-label={refusedTitle}>
      <h3>{refusedTitle}</h3>
      <ul>{refused.map((log) => <RefusedRow key={log.id} log={log} who={named(log)} line={line} />)}{pictures.map((picture) => <RefusedPictureRow key={picture.id} picture={picture} line={line} />)}</ul>
      {more > 0 && <p class="quiet">{andMore(more)}</p>}
    </section>
  );
}
