import type { Call } from '../../../core/calls/call.ts';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import { whoIsIt } from '../who.ts';
import { asking, whyNot } from '../words/control.ts';

/** Under a call that asks somebody to take another one over: hand it over, or go back to it. */
export function ConsultActions({ call, about, busy, line }: { call: Call; about: Call; busy: string | null; line: Line }) {
  const held = about.callId;
  return (
    <div class="consult">
      <p>{asking(whoIsIt(call).title, whoIsIt(about).title)}</p>
      <div class="choices">
        <Button tone="primary" whyNot={busy ?? (call.phase === 'talking' ? null : whyNot.notAnsweredThere)} onClick={() => void line.ask({ name: 'complete-transfer', callId: held }, call.callId)}>Complete transfer</Button>
        <Button whyNot={busy} onClick={() => void line.ask({ name: 'cancel-transfer', callId: held }, call.callId)}>Cancel transfer</Button>
      </div>
    </div>
  );
}
