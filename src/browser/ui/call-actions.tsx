import { useState } from 'preact/hooks';
import type { Call } from '../../core/calls/call.ts';
import { Button } from './button.tsx';
import type { Line } from './line.ts';
import { Tones } from './tones.tsx';

/** What can be done with a call in its phase. */
export function CallActions({ call, line }: { call: Call; line: Line }) {
  const [keypad, setKeypad] = useState(false);
  const { callId } = call;
  const hangUp = <Button tone="stop" icon="hangUp" onClick={() => void line.ask({ name: 'hang-up', callId }, callId)}>Hang up</Button>;

  if (call.phase === 'ended') return null;
  if (call.phase === 'ringing' && call.direction === 'Inbound') {
    return (
      <div class="actions">
        <Button tone="go" icon="phone" onClick={() => void line.ask({ name: 'answer', callId, others: 'hold' }, callId)}>Answer</Button>
        <Button tone="stop" icon="hangUp" onClick={() => void line.ask({ name: 'decline', callId }, callId)}>Decline</Button>
      </div>
    );
  }
  // An IVR talks and asks for keys before RingCentral tells of an answer: the leg being up is enough for both.
  const audible = call.phase === 'talking' || (call.phase === 'ringing' && call.legUp);
  const talking = call.phase === 'talking';
  // Every button has its place from the first moment: who aims at Hang up must not hit what has moved there meanwhile.
  return (
    <>
      <div class="actions talk">
        <Button icon="mute" disabled={!audible} pressed={audible && call.muted} onClick={() => void line.ask({ name: 'set-muted', callId, muted: !(audible && call.muted) }, callId)}>Mute</Button>
        <Button icon={talking && call.held ? 'resume' : 'hold'} disabled={!talking} pressed={talking && call.held} onClick={() => void line.ask({ name: 'set-held', callId, held: !(talking && call.held) }, callId)}>Hold</Button>
        <Button icon="keypad" disabled={!audible} pressed={keypad} onClick={() => setKeypad(!keypad)}>Keypad</Button>
        {hangUp}
      </div>
      {keypad && audible && <Tones onKey={(keys) => void line.ask({ name: 'send-keys', callId, keys }, callId)} />}
    </>
  );
}
