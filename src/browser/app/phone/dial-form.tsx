import type { Signal } from '../../ui/signals.ts';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { newMessageHash } from '../../ui/messages-address.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { type Line, places } from '../../ui/line.ts';
import { QueuedDial } from '../../ui/queued-dial.tsx';
import { Said } from '../../ui/said.tsx';
import { CallerIdField } from './caller-id-field.tsx';

/** Longest number taken from a paste: any real one with an extension and its punctuation fits. */
const LONGEST = 60;

/** The dial pad: type, paste or press a number; Enter or Call dials it as typed, the line makes it dialable. What is typed outlives the screen. */
export function DialForm({ line, typed }: { line: Line; typed: Signal<string> }) {
  const number = typed.value;
  const setNumber = (next: string): void => {
    typed.value = next;
    if (line.trouble.value?.place === places.dial) line.forgetTrouble();
  };
  const field = useRef<HTMLInputElement>(null);
  /** Where the next pressed key goes; null while the field itself knows. */
  const caret = useRef<number | null>(null);

  // Ready to type at once, except where that would raise an on-screen keyboard.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);

  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [number]);

  const dial = async (): Promise<void> => {
    if (!number.trim()) {
      // As phones do: Call on an empty field brings the last number back, and the next Call dials it.
      setNumber(line.state.value?.lastDialled ?? '');
      field.current?.focus();
      return;
    }
    const result = await line.ask({ name: 'dial', number: number.trim(), person: null }, places.dial);
    if (result.done) setNumber('');
  };
  const press = (key: string): void => {
    const at = field.current?.selectionStart ?? number.length;
    const to = field.current?.selectionEnd ?? at;
    setNumber((number.slice(0, at) + key + number.slice(to)).slice(0, LONGEST));
    caret.current = at + 1;
  };

  return (
    <form class="dial card" aria-label="Dial pad" onSubmit={(event) => { event.preventDefault(); void dial(); }}>
      <div class="dial-number">
        <input ref={field} type="tel" aria-label="Phone number" placeholder="Phone number" autocomplete="off" maxLength={LONGEST} value={number} onInput={(event) => setNumber(event.currentTarget.value)} />
        {number && <Button icon="close" iconOnly onClick={() => { setNumber(''); field.current?.focus(); }}>Clear</Button>}
      </div>
      <Keypad label="Dial pad keys" onKey={press} />
      <div class="dial-deeds">
        <Button tone="go" icon="phone" submit>Call</Button>
        {line.state.value?.texts && <a class="button" href={newMessageHash(number.trim())}><Icon name="message" />Text</a>}
      </div>
      <CallerIdField line={line} />
      <Said line={line} place={places.dial} />
      {line.state.value && <QueuedDial state={line.state.value} line={line} />}
    </form>
  );
}
