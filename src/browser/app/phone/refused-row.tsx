import { useState } from 'preact/hooks';
import type { RefusedLog } from '../../../wire/line/unsent.ts';
import { Button } from '../../ui/button.tsx';
import { type Line, places } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { timeOf } from '../settings/health/time-of.ts';
import { correct, discard, discardConsequence, discardQuestion, notesDiscardConsequence, notesDiscardQuestion, putTogether, refusedReason, theirNotes, tryAgain, yourNotes } from '../words/refused-log.ts';
import { CorrectLog } from './correct-log.tsx';
import { DiscardDialog } from './discard-dialog.tsx';

/** One refused log: what it is, why it was refused, and what can be done. */
export function RefusedRow({ log, who, line }: { log: RefusedLog; who: string; line: Line }) {
  const [open, setOpen] = useState<'nothing' | 'correct' | 'discard'>('nothing');
  const place = `${places.unsent}:${log.id}`;
  const what = `${log.kind === 'call' ? `${log.direction} call` : `${log.direction} message`} · ${who}`;
  return (
    <li>
      <p><strong>{what}</strong> <span class="quiet">{timeOf(log.at)}</span></p>
      <p>{refusedReason(log)}</p>
      {log.theirs !== null && open !== 'correct' && <p class="refused-notes" aria-label={theirNotes}><small>{theirNotes}</small>{log.theirs}</p>}
      {log.notes && open !== 'correct' && <p class="refused-notes" aria-label={yourNotes}>{log.theirs !== null && <small>{yourNotes}</small>}{log.notes}</p>}
      {open === 'correct'
        ? <CorrectLog log={log} line={line} place={place} onClose={() => setOpen('nothing')} />
        : (
          <div class="actions">
            {log.correctable.length > 0 && <Button onClick={() => setOpen('correct')}>{log.theirs === null ? correct : putTogether}</Button>}
            {log.theirs === null && <Button onClick={() => void line.ask({ name: 'send-again', draft: log.id, correction: {} }, place)}>{tryAgain}</Button>}
            <Button onClick={() => setOpen('discard')}>{discard}</Button>
          </div>
        )}
      <Said line={line} place={place} />
      {open === 'discard' && <DiscardDialog question={(log.theirs === null ? discardQuestion : notesDiscardQuestion)(what)} consequence={log.theirs === null ? discardConsequence : notesDiscardConsequence} onDiscard={() => void line.ask({ name: 'discard', draft: log.id }, place)} onClose={() => setOpen('nothing')} />}
    </li>
  );
}
