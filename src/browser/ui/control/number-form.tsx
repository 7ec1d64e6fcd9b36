import { useState } from 'preact/hooks';
import type { CommandResult } from '../../../wire/line/commands.ts';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import { whyNot } from '../words/control.ts';
import { NumberField } from './number-field.tsx';

/** One number or colleague and what happens with it. What was typed stays where it was refused. */
export function NumberForm({ label, action, line, busy, colleagues = true, onNumber }: { label: string; action: string; line: Line; busy: string | null; colleagues?: boolean; onNumber: (number: string) => Promise<CommandResult> }) {
  const [number, setNumber] = useState('');
  const why = busy ?? (number.trim() ? null : whyNot.noNumber);
  const send = async (): Promise<void> => {
    if (why === null && (await onNumber(number.trim())).done) setNumber('');
  };
  return (
    <form class="panel-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <NumberField label={label} value={number} colleagues={colleagues} onInput={setNumber} line={line} />
      <div class="choices"><Button tone="primary" submit whyNot={why}>{action}</Button></div>
    </form>
  );
}
