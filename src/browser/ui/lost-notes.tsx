import { useEffect, useState } from 'preact/hooks';
import type { CallReport } from '../../core/calls/to-log.ts';
import type { LineState } from '../../wire/line/state.ts';
import { Button } from './button.tsx';
import type { Line } from './line.ts';
import { notesLimit } from './notes-limit.ts';
import { forgetUnwritten, unwrittenNotes, type NotedCall } from './unwritten-notes.ts';
import { discardNotes, lostNotes } from './words/lost-notes.ts';

/** A phone that restarts knows of its calls a moment later. */
const SURE_MS = 3_000;

/** As far as it is known here; NetSuite has the rest. null: not a call of whoever is signed in. */
const reportOf = ({ telephonySessionId, extensionId, ...of }: NotedCall, own: string | undefined): CallReport | null =>
  telephonySessionId === null || extensionId === null || extensionId !== own ? null
    : { ...of, telephonySessionId, extensionId, outcome: null, reason: null, talkSeconds: null, ringSeconds: null, queue: null, notes: null, disposition: null, person: null, quality: null };

/** Words that this tab could not hand over before their call left the phone: written after it; where that cannot be, shown, so that nobody has to write them again. */
export function LostNotes({ state: { calls, me }, line }: { state: LineState; line: Line }) {
  const left = unwrittenNotes();
  const lost = left !== null && left.text.trim() !== '' && !calls.some(({ callId }) => callId === left.callId) ? left : null;
  const text = lost?.text ?? null;
  /** The words that nothing can be done with but to show them. */
  const [stuck, setStuck] = useState<string | null>(null);
  useEffect(() => {
    if (lost === null) return undefined;
    const wait = setTimeout(() => void writeAfter(), SURE_MS);
    return () => clearTimeout(wait);

    async function writeAfter(): Promise<void> {
      const report = lost && lost.text.length <= notesLimit && reportOf(lost.of, me?.extensionId);
      const kept = lost && report && (await line.ask({ name: 'write-notes', callId: lost.callId, text: lost.text, base: lost.base, report }, lost.callId)).done;
      if (lost && kept) forgetUnwritten(lost.text);
      setStuck(kept ? null : text);
    }
  }, [text, me?.extensionId]);
  if (text === null || stuck !== text) return null;
  return (
    <section class="card details" role="alert">
      <p>{lostNotes}</p>
      <label class="notes"><span>Notes</span><textarea readOnly rows={4} value={text} onFocus={({ currentTarget }) => currentTarget.select()} /></label>
      <div class="actions"><Button onClick={() => { forgetUnwritten(text); setStuck(null); }}>{discardNotes}</Button></div>
    </section>
  );
}
