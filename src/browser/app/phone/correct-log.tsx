import { useState } from 'preact/hooks';
import type { Correction, RefusedLog } from '../../../wire/line/unsent.ts';
import { Button } from '../../ui/button.tsx';
import type { Line } from '../../ui/line.ts';
import { notesLimit } from '../../ui/notes-limit.ts';
import { keep, sendCorrected, withoutDisposition, withoutPerson } from '../words/refused-log.ts';

export interface CorrectLogProps { log: RefusedLog; line: Line; place: string; onClose: () => void }

/** What the owner of a refused log may change about it before it is sent again. */
export function CorrectLog({ log, line, place, onClose }: CorrectLogProps) {
  const [notes, setNotes] = useState(log.theirs === null ? (log.notes ?? '') : `${log.theirs}\n${log.notes ?? ''}`);
  const [without, setWithout] = useState<Omit<Correction, 'notes'>>({});
  const may = (what: RefusedLog['correctable'][number]): boolean => log.correctable.includes(what);
  const tick = (field: 'person' | 'disposition', words: string) => may(field) && (
    <label class="tick"><input type="checkbox" checked={field in without} onChange={({ currentTarget }) => setWithout(({ [field]: _dropped, ...rest }) => (currentTarget.checked ? { ...rest, [field]: null } : rest))} />{words}</label>
  );
  const send = async (): Promise<void> => {
    const correction = { ...without, ...(may('notes') && notes !== log.notes && { notes }) };
    if ((await line.ask({ name: 'send-again', draft: log.id, correction }, place)).done) onClose();
  };
  return (
    <form class="company" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {may('notes') && <label class="field"><span>Notes</span><textarea rows={4} maxLength={notesLimit} value={notes} onInput={({ currentTarget }) => setNotes(currentTarget.value)} /></label>}
      {tick('person', withoutPerson)}
      {tick('disposition', withoutDisposition)}
      <div class="actions">
        <Button tone="primary" submit>{sendCorrected}</Button>
        <Button onClick={onClose}>{keep}</Button>
      </div>
    </form>
  );
}
