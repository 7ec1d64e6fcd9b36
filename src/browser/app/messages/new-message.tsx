import { useEffect, useRef, useState } from 'preact/hooks';
import { mostRecipients } from '../../../wire/line/texts.ts';
import type { Line } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { newMessage } from '../words/texts.ts';
import { threadHash } from '../../ui/messages-address.ts';
import { textsPlace } from './use-texts.ts';
import { WriteText, type Senders } from './write-text.tsx';

/** Several numbers stand apart by commas, semicolons or lines. */
const numbersIn = (typed: string): string[] => typed.split(/[,;\n]+/).map((number) => number.trim()).filter((number) => number !== '').slice(0, mostRecipients);

/** A text to somebody by number; several make a group text. RingCentral says into which conversation it belongs. */
export function NewMessage({ to, line, drafts, senders }: { to: string; line: Line; drafts: Map<string, string>; senders: Senders | null }) {
  const [typed, setTyped] = useState(to);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (to === '') field.current?.focus(); }, []);
  return (
    <div class="new-message">
      <h3>{newMessage}</h3>
      <div class="field">
        <label for="text-to">To</label>
        <input id="text-to" ref={field} type="text" inputMode="tel" autocomplete="off" maxLength={200} placeholder="Numbers, with commas between" value={typed}
          onInput={(event) => { setTyped(event.currentTarget.value); if (line.trouble.value?.place === textsPlace) line.forgetTrouble(); }} />
      </div>
      <WriteText line={line} drafts={drafts} draft="new" to={numbersIn(typed)} own="" senders={senders} onSent={(conversation) => location.replace(threadHash(conversation))} />
      <Said line={line} place={textsPlace} />
    </div>
  );
}
