import { useState } from 'preact/hooks';
import type { Call } from '../../../core/calls/call.ts';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import type { CallStand } from './call-stand.ts';
import { NumberForm } from './number-form.tsx';

/** What is rarer in a call: park, flip, record, and a third person. */
export function MoreActions({ call, stand, busy, line, onDone }: { call: Call; stand: CallStand; busy: string | null; line: Line; onDone: () => void }) {
  const [form, setForm] = useState<'flip' | 'add' | null>(null);
  const { callId } = call;
  const { recording } = stand.control;
  const [other] = stand.others;
  const toggle = (which: 'flip' | 'add'): void => setForm(form === which ? null : which);
  return (
    <>
      <div class="choices">
        <Button icon="park" whyNot={busy} onClick={() => void line.ask({ name: 'park', callId }, callId)}>Park</Button>
        <Button icon="flip" whyNot={busy} expanded={form === 'flip'} onClick={() => toggle('flip')}>Flip</Button>
        <Button icon="record" whyNot={busy} pressed={recording} onClick={() => void line.ask({ name: 'set-recording', callId, on: !recording }, callId)}>Record</Button>
        {other
          ? <Button icon="join" whyNot={busy} onClick={() => void line.ask({ name: 'join-calls', callId, other: other.callId }, callId)}>Join calls</Button>
          : <Button icon="add" whyNot={busy} expanded={form === 'add'} onClick={() => toggle('add')}>Add to call</Button>}
      </div>
      {form === 'flip' && <NumberForm label="Your other phone" action="Flip call" line={line} busy={busy} colleagues={false} onNumber={(number) => line.ask({ name: 'flip', callId, number }, callId)} />}
      {form === 'add' && !other && <NumberForm label="Add to call" action="Call" line={line} busy={busy} onNumber={async (number) => {
        const result = await line.ask({ name: 'dial', number, person: null }, callId);
        if (result.done) onDone();
        return result;
      }} />}
    </>
  );
}
