import { merge, noFacts, type RecordedFacts } from './merge.ts';
import type { RecordValues } from './record.ts';
import { hashOf, sameValue, untouched, type Written } from './record-written.ts';

/** Notes as somebody wants to write them; `over`: the record's own notes that they have seen and put into theirs. */
export interface NewNotes { text: string; over?: string | null | undefined }

export interface NotesDecision {
  /** The report without notes that may not be written. */
  facts: RecordedFacts;
  known: Written | null;
  /** What a person wrote into the record instead; null where nothing was left out. */
  instead: string | null;
}

/**
 * Who wins where a person has edited a record's notes in NetSuite: the person, until somebody writes over exactly those words,
 * having seen them. Message follows the record's notes, as long as nobody has edited it.
 */
export function decideNotes(facts: RecordedFacts, notes: NewNotes | null, current: RecordValues, known: Written | null): NotesDecision {
  if (untouched('notes', current, known)) return inTurn(facts, notes, current, known);
  if (notes && typeof notes.over === 'string' && sameValue(notes.over, current.notes)) {
    const base = known ?? { facts, hashes: {} };
    return { facts, known: { ...base, hashes: { ...base.hashes, notes: hashOf(current.notes) } }, instead: null };
  }
  return { facts: { ...facts, notes: null }, known, instead: notes && !sameValue(notes.text, current.notes) ? current.notes : null };
}

/** Between our own the later word holds. By another computer's clock it may be the other one: whoever loses is told what stands there, and wins by having seen it. */
function inTurn(facts: RecordedFacts, notes: NewNotes | null, current: RecordValues, known: Written | null): NotesDecision {
  const there = known?.facts.notes ?? null;
  if (!notes || !facts.notes || !there || sameValue(notes.text, current.notes)) return { facts, known, instead: null };
  if (merge({ ...noFacts, notes: there }, { ...noFacts, notes: facts.notes }).notes?.value.text === facts.notes.value.text) return { facts, known, instead: null };
  if (typeof notes.over !== 'string' || !sameValue(notes.over, current.notes)) return { facts, known, instead: current.notes };
  return { facts: { ...facts, notes: { ...facts.notes, value: { ...facts.notes.value, at: there.value.at + 1 } } }, known, instead: null };
}
