import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { copyHolds } from '../../../ui/words/health.ts';

/** Copies a text; where the clipboard is refused, the text is shown and selected for the person to copy. */
export function CopyForSupport({ text }: { text(): string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState('');
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      setShown('');
      setTold('Copied');
    } catch {
      setShown(copied);
      setTold('Press Ctrl+C to copy');
      requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <div class="health-copy">
      <Button onClick={() => void copy()}>Copy for support</Button>
      <small role="status" class="good">{told}</small>
      {shown && <textarea ref={field} readOnly rows={8} aria-label="Text for support" value={shown} />}
      <small class="quiet">{copyHolds}</small>
    </div>
  );
}
