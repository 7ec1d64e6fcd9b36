import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import { NumberForm } from './number-form.tsx';
import { Panel } from './panel.tsx';
import { ReplyForm } from './reply-form.tsx';

/** A caller who is neither answered nor declined: to voicemail, to somebody else, or a text. */
export function IncomingMore({ callId, busy, line, onClose }: { callId: string; busy: string | null; line: Line; onClose: () => void }) {
  const [form, setForm] = useState<'forward' | 'reply' | null>(null);
  const reply = (): void => {
    // The time for which it rings stops, so that a text can be written in peace.
    if (form !== 'reply') void line.ask({ name: 'begin-reply', callId }, callId);
    setForm(form === 'reply' ? null : 'reply');
  };
  return (
    <Panel label="More" onClose={onClose}>
      <div class="choices">
        <Button icon="voicemail" whyNot={busy} onClick={() => void line.ask({ name: 'to-voicemail', callId }, callId)}>To voicemail</Button>
        <Button icon="forward" whyNot={busy} expanded={form === 'forward'} onClick={() => setForm(form === 'forward' ? null : 'forward')}>Forward</Button>
        <Button icon="reply" whyNot={busy} expanded={form === 'reply'} onClick={reply}>Reply with text</Button>
      </div>
      {form === 'forward' && <NumberForm label="Forward to" action="Forward call" line={line} busy={busy} onNumber={(number) => line.ask({ name: 'forward', callId, number }, callId)} />}
      {form === 'reply' && <ReplyForm busy={busy} onReply={(text) => void line.ask({ name: 'reply', callId, text }, callId)} />}
    </Panel>
  );
}
