import type { RecordedFacts } from './merge.ts';
import { readFacts } from './read-facts.ts';
import type { RecordField, RecordValues } from './record.ts';

/** What we last wrote: the facts we knew, and a hash per field that shows whether a person has edited it since. */
export interface Written {
  facts: RecordedFacts;
  hashes: Partial<Record<RecordField, string>>;
}

/** NetSuite gives line breaks and outer blanks back in its own way; neither is an edit. */
const canonical = (value: string): string => value.replace(/\r\n?/g, '\n').trim();

/** 53 bits (cyrb53): enough to notice an edit, no protection against a forger. */
export function hashOf(value: string): string {
  const text = canonical(value);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

export const sameValue = (a: string, b: string): boolean => canonical(a) === canonical(b);

/** Text for the hidden field. Notes and transcript stand in fields of their own already and are left out. */
export function writeWritten({ facts, hashes }: Written): string {
  const notes = facts.notes && { ...facts.notes, value: { text: '', at: facts.notes.value.at } };
  const transcript = facts.transcript && { ...facts.transcript, value: '' };
  return JSON.stringify({ v: 1, facts: { ...facts, notes, transcript }, hashes });
}

/** Reads the hidden field; the record's notes and transcript are as its fields say now. null: not ours, or no longer readable (it can be imported and edited like any other). */
export function readWritten(text: string, { notes, transcript }: Pick<RecordValues, 'notes' | 'transcript'>): Written | null {
  if (text.trim() === '') return null;
  try {
    const parsed = JSON.parse(text) as { v?: unknown; facts?: unknown; hashes?: Written['hashes'] | null } | null;
    const facts = parsed?.v === 1 ? readFacts(parsed.facts) : null;
    if (facts === null || typeof parsed?.hashes !== 'object' || parsed.hashes === null) return null;
    return {
      facts: { ...facts, notes: facts.notes && { ...facts.notes, value: { text: notes, at: facts.notes.value.at } }, transcript: facts.transcript && { ...facts.transcript, value: transcript } },
      hashes: parsed.hashes,
    };
  } catch {
    return null;
  }
}

/** Whether the field is still ours to write: empty and never written, or exactly as we left it. */
export const untouched = (field: RecordField, current: RecordValues, written: Written | null): boolean => {
  const hash = written?.hashes[field];
  return hash === undefined ? canonical(current[field]) === '' : hashOf(current[field]) === hash;
};
