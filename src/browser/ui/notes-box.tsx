import { useEffect, useRef, useState } from 'preact/hooks';
import type { MergedNotes } from '../../core/calls/notes-merge.ts';
import { notesLimit } from './notes-limit.ts';
import { keepUnwritten, takeUnwritten } from './unwritten-notes.ts';

/** Notes go to the line this often while somebody types; short, since a page can be left at any moment. */
const EVERY_MS = 400;

/** What is said of the text in the box. */
type Told = '' | 'Saving…' | 'Saved' | 'Both kept' | 'Not saved' | 'Too long';

const explained: Partial<Record<Told, string>> = {
  'Both kept': 'Written in two places at once: both are kept.',
  'Not saved': 'Not saved. Keep this page open and type on to try again.',
  'Too long': `Too long, not saved. Shorten it to ${notesLimit.toLocaleString('en-US')} characters.`,
};

export interface NotesBoxProps {
  callId: string;
  /** What the line holds; another window may have written it. */
  notes: string;
  /** Keeps the text, put together with what others made of `base` meanwhile; null when it could not be kept. */
  onWrite: (text: string, base: string) => Promise<MergedNotes | null>;
  /** NetSuite refused the log, as the card says: what is with the line is not shown as saved then. */
  refused: boolean;
  /** Whether there are words that the line does not have yet. */
  onTyping: (typing: boolean) => void;
}

/** Notes are kept as they are typed: nothing to press, and what is shown as saved is with the line. */
export function NotesBox({ callId, notes, refused, onWrite, onTyping }: NotesBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [told, setTold] = useState<Told>('');
  /** Typed and not with the line yet; stays where it could not be kept. */
  const unwritten = useRef<string | null>(null);
  /** The text that the words in the box go back to: the line's, or what it was last told from here. */
  const base = useRef(notes);
  const due = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const write = async (): Promise<void> => {
    clearTimeout(due.current);
    due.current = undefined;
    const text = unwritten.current;
    if (text === null || text.length > notesLimit) return;
    unwritten.current = null;
    const from = base.current;
    base.current = text;
    const kept = await onWrite(text, from);
    if (!kept) base.current = from;
    // Typed on meanwhile: that text has its own answer coming.
    if (unwritten.current !== null) return;
    if (!kept) unwritten.current = text;
    else {
      keepUnwritten(null);
      onTyping(false);
      // Somebody else's words are in it: the line's text is the one to go on with.
      if (kept.text !== text) setDraft(null);
    }
    setTold(kept ? (kept.both ? 'Both kept' : 'Saved') : 'Not saved');
  };
  const writeNow = useRef(write);
  writeNow.current = write;

  // The line's text is shown again when it changes, not when it has taken ours: the older text must not flash in between.
  useEffect(() => {
    if (unwritten.current === null) setDraft(null);
  }, [notes]);

  useEffect(() => {
    const left = takeUnwritten(callId);
    if (left) void onWrite(left.text, left.base);
    const leaving = (): void => void writeNow.current();
    addEventListener('pagehide', leaving);
    return () => {
      removeEventListener('pagehide', leaving);
      leaving();
    };
  }, []);

  const typed = (text: string): void => {
    if (draft === null) base.current = notes;
    unwritten.current = text;
    keepUnwritten({ callId, text, base: base.current });
    setDraft(text);
    onTyping(true);
    setTold(text.length > notesLimit ? 'Too long' : 'Saving…');
    due.current ??= setTimeout(() => void write(), EVERY_MS);
  };

  return (
    <label class="notes">
      <span class="notes-head"><span>Notes</span><span class="notes-told" role="status">{refused && told === 'Saved' ? '' : (explained[told] ?? told)}</span></span>
      <textarea rows={3} aria-label="Notes" placeholder="Kept as you type" aria-invalid={told === 'Too long' || undefined} value={draft ?? notes} onInput={(event) => typed(event.currentTarget.value)} onBlur={() => void write()} />
    </label>
  );
}
