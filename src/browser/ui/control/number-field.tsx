import { useEffect, useRef } from 'preact/hooks';
import { ColleaguePicker } from '../colleague-picker.tsx';
import type { Line } from '../line.ts';

/** Longest number taken from a paste: any real one with an extension and its punctuation fits. */
const LONGEST = 60;

/** A number or an extension, ready to type as soon as it is there; a colleague can be chosen instead. */
export function NumberField({ label, value, colleagues = true, onInput, line }: { label: string; value: string; colleagues?: boolean; onInput: (value: string) => void; line: Line }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <label class="field">
        <span>{label}</span>
        <input ref={field} type="tel" placeholder={colleagues ? 'Number or extension' : 'Number'} autocomplete="off" maxLength={LONGEST} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      </label>
      {colleagues && <ColleaguePicker line={line} verb="Choose" onPick={({ extensionNumber }) => {
        onInput(extensionNumber);
        field.current?.focus();
      }} />}
    </>
  );
}
