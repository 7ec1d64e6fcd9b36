import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../line.ts';

/** Longest number taken from a paste: any real one with an extension and its punctuation fits. */
const LONGEST = 60;

/** A number, an extension, or a colleague's name. Ready to type as soon as it is there. */
export function NumberField({ label, value, onInput }: { label: string; value: string; onInput: (value: string) => void; line: Line }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label class="field">
      <span>{label}</span>
      <input ref={field} type="tel" placeholder="Number or extension" autocomplete="off" maxLength={LONGEST} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}
