import { useState } from 'preact/hooks';
import type { Command } from '../../../wire/line/commands.ts';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import { whyNot } from '../words/control.ts';
import type { CallStand } from './call-stand.ts';
import { NumberField } from './number-field.tsx';

/** Numbers of up to this many digits can be extensions. */
const anExtension = /^\d{1,8}$/;

/** Hands a call to somebody else: after asking them, at once, or into their mailbox. */
export function TransferForm({ callId, stand, busy, line, onDone }: { callId: string; stand: CallStand; busy: string | null; line: Line; onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const number = typed.trim();
  const why = busy ?? (number ? null : whyNot.noNumber);
  const ask = async (command: Command): Promise<void> => {
    if ((await line.ask(command, callId)).done) onDone();
  };
  return (
    <form class="panel-form" onSubmit={(event) => event.preventDefault()}>
      <NumberField label="Transfer to" value={typed} onInput={setTyped} line={line} />
      <div class="choices">
        <Button icon="phone" whyNot={why ?? (stand.others.length > 0 ? whyNot.twoCalls : null)} onClick={() => void ask({ name: 'consult', callId, number, person: null })}>Ask first</Button>
        <Button icon="transfer" whyNot={why} onClick={() => void ask({ name: 'transfer', callId, number })}>Transfer now</Button>
        <Button icon="voicemail" whyNot={why ?? (anExtension.test(number) ? null : whyNot.noMailbox)} onClick={() => void ask({ name: 'transfer-to-voicemail', callId, extension: number })}>To voicemail</Button>
      </div>
    </form>
  );
}
