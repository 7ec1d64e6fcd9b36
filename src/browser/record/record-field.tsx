import { useEffect, useState } from 'preact/hooks';
import type { CallFieldValue } from '../../wire/people/call-card.ts';
import { NetSuiteFailure } from '../netsuite/failure.ts';
import { recordFailureWords } from './words.ts';

type Told = { is: 'still' } | { is: 'saving' } | { is: 'saved' } | { is: 'failed'; words: string };

/** One field of the record: written where it stands, saved when it is left. What NetSuite refused stays in the field. */
export function RecordField({ field, onSave }: { field: CallFieldValue; onSave: (value: string) => Promise<void> }) {
  const { label, edit, value, shown } = field;
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState<Told>({ is: 'still' });
  useEffect(() => setTyped(value), [value]);
  const save = async (next: string): Promise<void> => {
    setTyped(next);
    if (next === value) return;
    setTold({ is: 'saving' });
    try {
      await onSave(next);
      setTold({ is: 'saved' });
    } catch (failure) {
      if (!(failure instanceof NetSuiteFailure)) throw failure;
      setTold({ is: 'failed', words: recordFailureWords(failure) });
    }
  };
  if (edit === 'none') return <div class="record-field"><span class="quiet">{label}</span><span>{shown || '–'}</span></div>;
  const busy = told.is === 'saving';
  return (
    <label class="record-field">
      <span class="quiet">{label}</span>
      {edit === 'tick'
        ? <input type="checkbox" checked={typed === 'T'} disabled={busy} onChange={(event) => void save(event.currentTarget.checked ? 'T' : 'F')} />
        : edit === 'long-text'
          ? <textarea rows={2} value={typed} disabled={busy} onInput={(event) => setTyped(event.currentTarget.value)} onChange={(event) => void save(event.currentTarget.value)} />
          : <input value={typed} disabled={busy} inputMode={edit === 'number' ? 'decimal' : 'text'} autocomplete="off" onInput={(event) => setTyped(event.currentTarget.value)} onChange={(event) => void save(event.currentTarget.value)} />}
      <span class={`record-told ${told.is === 'failed' ? 'said' : 'quiet'}`} role="status">{told.is === 'saving' ? 'Saving…' : told.is === 'saved' ? 'Saved' : told.is === 'failed' ? told.words : ''}</span>
    </label>
  );
}
