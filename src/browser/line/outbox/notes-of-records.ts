import { mergeNotes } from '../../../core/calls/notes-merge.ts';
import type { CallDraft } from './draft.ts';

/** What becomes of notes that met those of a person in NetSuite. */
export type Meeting =
  /** Nothing of ours is missing there. */
  | { kind: 'theirs'; text: string }
  /** Both in one: to be written over theirs. */
  | { kind: 'merged'; text: string }
  /** They cannot be put together: theirs stays, and the owner is asked. */
  | { kind: 'asked'; theirs: string };

const trimmed = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Remembers, by draft, which notes NetSuite has of us, and which of a person's ours may take the place of. */
export function createNotesOfRecords() {
  const written = new Map<string, string>();
  const over = new Map<string, string>();
  return {
    /** NetSuite has taken these. */
    taken({ id, log }: CallDraft): void {
      over.delete(id);
      if (log.notes) written.set(id, log.notes.text);
    },
    /** A person's notes stand in the record, in place of these. */
    meet({ id, log }: CallDraft, theirs: string): Meeting {
      const told = trimmed(theirs);
      const merged = mergeNotes(trimmed(written.get(id) ?? ''), trimmed(log.notes?.text ?? ''), told);
      // Written over them once in vain: they changed again, or are longer than we are told.
      if (merged.both || over.get(id) === theirs) return { kind: 'asked', theirs };
      written.set(id, told);
      over.set(id, theirs);
      return { kind: merged.text === told ? 'theirs' : 'merged', text: merged.text };
    },
    /** The owner has put them together. */
    settled(id: string, theirs: string | null): void {
      if (theirs !== null) over.set(id, theirs);
    },
    over: (id: string): string | null => over.get(id) ?? null,
  };
}
