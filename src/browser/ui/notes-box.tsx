import { useEffect, useRef, useState } from 'preact/hooks';
import { notesLimit } from './notes-limit.ts';

/** A pause in typing after which notes go to the line; short, since a page can be left at any moment. */
const PAUSE_MS = 400;

/** What is said of the text in the box. */
type Told = '' | 'Saving…' | 'Saved' | 'Not saved' | 'Too long';

const explained: Partial<Record<Told, string>> = {
  'Not saved': 'Not saved. Keep this page open and type on to try again.',
  'Too long': `Too long, not saved. Shorten it to ${notesLimit.toLocaleString('en-US')} characters.`,
};

export interface NotesBoxProps {
  /** What the line holds; another window may have written it. */
  notes: string;
  /** Keeps the text; false when it could not be kept. */
  onWrite: (text: string) => Promise<boolean>;
}

/** Notes are kept as they are typed: nothing to press, and what is shown as saved is with the line. */
export function NotesBox({ notes, onWrite }: NotesBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [told, setTold] = useState<Told>('');
  /** Typed and not with the line yet; stays where it could not be kept. */
  const unwritten = useRef<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const write = async (): Promise<void> => {
    clearTimeout(pause.current);
    const text = unwritten.current;
    if (text === null || text.length > notesLimit) return;
    unwritten.current = null;
    const kept = await onWrite(text);
    // Typed on meanwhile: that text has its own answer coming.
    if (unwritten.current !== null) return;
    if (!kept) unwritten.current = text;
    setTold(kept ? 'Saved' : 'Not saved');
  };
  const writeNow = useRef(write);
  writeNow.current = write;

  // The line's text is shown again when it changes, not when it has taken ours: the older text must not flash in between.
  useEffect(() => {
    if (unwritten.current === null) setDraft(null);
  }, [notes]);

  useEffect(() => {
    const leaving = (): void => void writeNow.current();
    addEventListener('pagehide', leaving);
    return () => {
      removeEventListener('pagehide', leaving);
      leaving();
    };
  }, []);

  const typed = (text: string): void => {
    clearTimeout(pause.current);
    unwritten.current = text;
    setDraft(text);
    setTold(text.length > notesLimit ? 'Too long' : 'Saving…');
    pause.current = setTimeout(() => void write(), PAUSE_MS);
  };

  return (
    <label class="notes">
      <span class="notes-head"><span>Notes</span><span class="notes-told" role="status">{explained[told] ?? told}</span></span>
      <textarea rows={3} aria-label="Notes" placeholder="Kept as you type" aria-invalid={told === 'Too long' || undefined} value={draft ?? notes} onInput={(event) => typed(event.currentTarget.value)} onBlur={() => void write()} />
    </label>
  );
}
