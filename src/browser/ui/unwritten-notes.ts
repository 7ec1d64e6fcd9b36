/**
 * The last words of a page that was left while they were on their way: kept by its tab for the next page, because in some
 * browsers the line dies with its only page before it has heard them.
 */
export interface UnwrittenNotes { callId: string; text: string; base: string }

const key = 'rcns-unwritten-notes';

export function keepUnwritten(notes: UnwrittenNotes | null): void {
  try {
    if (notes) sessionStorage.setItem(key, JSON.stringify(notes));
    else sessionStorage.removeItem(key);
  } catch {
    // The browser refuses its storage: the line alone has to hear them in time.
  }
}

/** What a page before this one left for the call; once. */
export function takeUnwritten(callId: string): UnwrittenNotes | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<UnwrittenNotes> | null;
    if (kept?.callId !== callId || typeof kept.text !== 'string' || typeof kept.base !== 'string') return null;
    keepUnwritten(null);
    return { callId, text: kept.text, base: kept.base };
  } catch {
    return null;
  }
}
