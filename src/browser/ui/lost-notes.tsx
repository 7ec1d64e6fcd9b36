import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../core/calls/call.ts';
import { Button } from './button.tsx';
import { forgetUnwritten, unwrittenNotes } from './unwritten-notes.ts';
import { discardNotes, lostNotes } from './words/lost-notes.ts';

/** A phone that restarts knows of its calls a moment later. */
const SURE_MS = 3_000;

/** Words that this tab could not hand over before their call left the phone: shown, so that nobody has to write them again. */
export function LostNotes({ calls }: { calls: readonly Call[] }) {
  const left = unwrittenNotes();
  const lost = left !== null && left.text.trim() !== '' && !calls.some(({ callId }) => callId === left.callId) ? left.text : null;
  const [sure, setSure] = useState<string | null>(null);
  useEffect(() => {
    if (lost === null) return undefined;
    const wait = setTimeout(() => setSure(lost), SURE_MS);
    return () => clearTimeout(wait);
  }, [lost]);
  if (lost === null || sure !== lost) return null;
  return (
    <section class="card details" role="alert">
      <p>{lostNotes}</p>
      <label class="notes"><span>Notes</span><textarea readOnly rows={4} value={lost} onFocus={({ currentTarget }) => currentTarget.select()} /></label>
      <div class="actions"><Button onClick={() => { forgetUnwritten(lost); setSure(null); }}>{discardNotes}</Button></div>
    </section>
  );
}
