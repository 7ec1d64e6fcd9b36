import { useState } from 'preact/hooks';
import type { RefusedLog } from '../../../wire/line/unsent.ts';
import { Button } from '../../ui/button.tsx';
import { type Line, places } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { endTitle } from '../../ui/who.ts';
import { timeOf } from '../settings/health/time-of.ts';
import { correct, discard, refusedReason, tryAgain } from '../words/refused-log.ts';
import { CorrectLog } from './correct-log.tsx';
import { DiscardDialog } from './discard-dialog.tsx';

/** One refused log: what it is, why it was refused, and what can be done. */
export function RefusedRow({ log, line }: { log: RefusedLog; line: Line }) {
  const [open, setOpen] = useState<'nothing' | 'correct' | 'discard'>('nothing');
  const place = `${places.unsent}:${log.id}`;
  const what = `${log.kind === 'call' ? `${log.direction} call` : `${log.direction} message`} · ${endTitle(log.with)}`;
  return (
    <li>
      <p><strong>{what}</strong> <span class="quiet">{timeOf(log.at)}</span></p>
      <p>{refusedReason(log)}</p>
      {log.notes && open !== 'correct' && <p class="refused-notes">{log.notes}</p>}
      {open === 'correct'
        ? <CorrectLog log={log} line={line} place={place} onClose={() => setOpen('nothing')} />
        : (
          <div class="actions">
            {log.correctable.length > 0 && <Button onClick={() => setOpen('correct')}>{correct}</Button>}
            <Button onClick={() => void line.ask({ name: 'send-again', draft: log.id, correction: {} }, place)}>{tryAgain}</Button>
            <Button onClick={() => setOpen('discard')}>{discard}</Button>
          </div>
        )}
      <Said line={line} place={place} />
      {open === 'discard' && <DiscardDialog what={what} onDiscard={() => void line.ask({ name: 'discard', draft: log.id }, place)} onClose={() => setOpen('nothing')} />}
    </li>
  );
}
