import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { discard, keep } from '../words/refused-log.ts';

/** Asks before a log is given up for good. */
export function DiscardDialog({ question, consequence, onDiscard, onClose }: { question: string; consequence: string; onDiscard: () => void; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="discard-title" onClose={onClose}>
      <h3 id="discard-title">{question}</h3>
      <p>{consequence}</p>
      <div class="actions">
        <Button tone="stop" onClick={onDiscard}>{discard}</Button>
        <Button onClick={onClose}>{keep}</Button>
      </div>
    </dialog>
  );
}
