import { useEffect, useRef, useState } from 'preact/hooks';
import type { MergedNotes } from '../../core/calls/notes-merge.ts';
import { notesLimit } from './notes-limit.ts';
import { forgetUnwritten, keepUnwritten, unwrittenNotes, type NotedCall } from './unwritten-notes.ts';

/** Notes go to the line this often while somebody types; short, since a page can be left at any moment. */
const EVERY_MS = 400;
/** What could not be kept is tried again. */
const AGAIN_MS = 3_000;

/** What is said of the text in the box. */
type Told = '' | 'Saving…' | 'Saved' | 'Both kept' | 'Not saved' | 'Too long';

const explained: Partial<Record<Told, string>> = {
  'Both kept': 'Written in two places at once: both are kept.',
  'Not saved': 'Not saved. Keep this page open: it is tried again.',
  'Too long': `Too long, not saved. Shorten it to ${notesLimit.toLocaleString('en-US')} characters.`,
};

export interface NotesBoxProps {
  callId: string;
  of: NotedCall;
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
export function NotesBox({ callId, of, notes, refused, onWrite, onTyping }: NotesBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [told, setTold] = useState<Told>('');
  /** What the line has not said that it keeps. */
  const unwritten = useRef<string | null>(null);
  /** On its way; newer words wait for its answer, so that each goes back to what the line has. */
  const asked = useRef<string | null>(null);
  /** The text that the words in the box go back to: the line's, or what it was last told from here. */
  const base = useRef(notes);
  const due = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const left = useRef(false);

  const write = async (): Promise<void> => {
    clearTimeout(due.current);
    due.current = undefined;
    const text = unwritten.current;
    if (asked.current !== null || text === null || text.length > notesLimit) return;
    asked.current = text;
    const kept = await onWrite(text, base.current);
    asked.current = null;
    if (kept) base.current = text;
    // Typed on meanwhile, or not kept.
    if (unwritten.current !== text || !kept) {
      if (!kept) setTold('Not saved');
      if (!left.current) due.current ??= setTimeout(() => void write(), kept ? 0 : AGAIN_MS);
      return;
    }
    unwritten.current = null;
    forgetUnwritten(text);
    onTyping(false);
    // Somebody else's words are in it: the line's text is the one to go on with.
    if (kept.text !== text) setDraft(null);
    setTold(kept.both ? 'Both kept' : 'Saved');
  };

  // The line's text is shown again when it changes, not when it has taken ours: the older text must not flash in between.
  useEffect(() => {
    if (unwritten.current === null) setDraft(null);
  }, [notes]);

  const typed = (text: string): void => {
    unwritten.current = text;
    keepUnwritten({ callId, text, base: base.current, of });
    setDraft(text);
    onTyping(true);
    setTold(text.length > notesLimit ? 'Too long' : 'Saving…');
    due.current ??= setTimeout(() => void write(), EVERY_MS);
  };

  useEffect(() => {
    const before = unwrittenNotes();
    if (before?.callId === callId) {
      base.current = before.base;
      typed(before.text);
      void write();
    }
    // Nobody waits for an answer here any more: what is on its way comes before it.
    const leaving = (): void => {
      const text = unwritten.current;
      if (text !== null && text !== asked.current && text.length <= notesLimit) void onWrite(text, asked.current ?? base.current).then((kept) => kept && forgetUnwritten(text));
    };
    addEventListener('pagehide', leaving);
    return () => {
      removeEventListener('pagehide', leaving);
      clearTimeout(due.current);
      left.current = true;
      leaving();
    };
  }, []);

  return (
    <label class="notes">
      <span class="notes-head"><span>Notes</span><span class="notes-told" role="status">{refused && told === 'Saved' ? '' : (explained[told] ?? told)}</span></span>
      <textarea rows={3} aria-label="Notes" placeholder="Kept as you type" aria-invalid={told === 'Too long' || undefined} value={draft ?? notes} onInput={(event) => { if (draft === null) base.current = notes; typed(event.currentTarget.value); }} onBlur={() => void write()} />
    </label>
  );
}
