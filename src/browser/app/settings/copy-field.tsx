import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

/** A value to be copied elsewhere. Where the clipboard is refused, the text is selected for the person to copy. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setTold('Copied');
    } catch {
      field.current?.select();
      setTold('Press Ctrl+C to copy');
    }
  };
  return (
    <label class="field">
      <span>{label}</span>
      <span class="copy">
        <input ref={field} readOnly aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button onClick={() => void copy()}>Copy</Button>
      </span>
      <small class="quiet" role="status">{told}</small>
    </label>
  );
}
