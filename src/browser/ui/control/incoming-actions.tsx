import { useState } from 'preact/hooks';
import type { Call } from '../../../core/calls/call.ts';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import { underWay, whyNot } from '../words/control.ts';
import { WithForms } from './call-forms.tsx';
import type { CallStand } from './call-stand.ts';

/**
 * What can be done with a call that rings. Decline and More never move: with a call up, Answer is cut in two above them.
 */
export function IncomingActions({ call, stand, line }: { call: Call; stand: CallStand; line: Line }) {
  const [more, setMore] = useState(false);
  const { callId } = call;
  const answer = (others: 'hold' | 'end'): void => void line.ask({ name: 'answer', callId, others }, callId);
  const full = stand.others.length > 1 ? whyNot.twoCalls : null;
  const { doing } = stand.control;
  const busy = doing ? whyNot.underWay : null;
  return (
    <>
      <div class="offer">
        {stand.others.length === 0
          ? <Button tone="go" icon="phone" whyNot={busy} onClick={() => answer('hold')}>Answer</Button>
          : (
            <>
              <Button tone="go" icon="phone" whyNot={full ?? busy} onClick={() => answer('hold')}>Answer and hold</Button>
              <Button tone="go" icon="phone" whyNot={full ?? busy} onClick={() => answer('end')}>Answer and end</Button>
            </>
          )}
        <Button tone="stop" icon="hangUp" whyNot={busy} onClick={() => void line.ask({ name: 'decline', callId }, callId)}>Decline</Button>
        <Button icon="more" expanded={more} whyNot={call.queue === null ? null : whyNot.queueCall} onClick={() => setMore(!more)}>More</Button>
      </div>
      {doing && <p class="call-line" role="status">{underWay[doing]}</p>}
      {full && <p class="call-line">{full}</p>}
      {more && <WithForms>{({ IncomingMore }) => <IncomingMore callId={callId} busy={busy} line={line} onClose={() => setMore(false)} />}</WithForms>}
    </>
  );
}
