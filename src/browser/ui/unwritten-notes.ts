import type { CallFacts } from '../../core/calls/call.ts';

/**
 * The last words of a page that was left while they were on their way: kept by its tab for the next page, because in some
 * browsers the line dies with its only page before it has heard them.
 */
export interface UnwrittenNotes {
  callId: string;
  text: string;
  base: string;
  /** What the call's record is found by, should the line that dies have known it alone. */
  of: NotedCall;
}
export interface NotedCall extends Pick<CallFacts, 'telephonySessionId' | 'direction' | 'from' | 'to' | 'startedAt'> { extensionId: string | null }

export const notedCall = ({ telephonySessionId, direction, from, to, startedAt }: CallFacts, extensionId: string | null): NotedCall => ({ telephonySessionId, direction, from, to, startedAt, extensionId });

const key = 'rcns-unwritten-notes';

export function keepUnwritten(notes: UnwrittenNotes): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(notes));
  } catch {
    // The browser refuses its storage: the line alone has to hear them in time.
  }
}

/** Of this page, or of the one before it in this tab; they stay until the line has them. */
export function unwrittenNotes(): UnwrittenNotes | null {
  try {
    const { callId, text, base, of } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<UnwrittenNotes>;
    return typeof callId === 'string' && typeof text === 'string' && typeof base === 'string' && of ? { callId, text, base, of } : null;
  } catch {
    return null;
  }
}

/** The line has these; newer ones stay. */
export function forgetUnwritten(text: string): void {
  if (unwrittenNotes()?.text === text) sessionStorage.removeItem(key);
}
