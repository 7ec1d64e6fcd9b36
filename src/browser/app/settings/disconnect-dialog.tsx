import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { type Line, places } from '../../ui/line.ts';
import { disconnectConsequence } from '../../ui/words/connection.ts';

/** Asks before disconnecting, and once more when that would end a live call. */
export function DisconnectDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<'ask' | 'ask-about-call' | 'leaving'>('ask');
  useEffect(() => dialog.current?.showModal(), []);

  const disconnect = async (evenDuringCall: boolean): Promise<void> => {
    setStep('leaving');
    const result = await line.ask({ name: 'disconnect', evenDuringCall }, places.connection);
    if (!result.done && result.refusal === 'call-is-up') setStep('ask-about-call');
    else onClose();
  };

  const duringCall = step === 'ask-about-call';
  return (
    <dialog ref={dialog} aria-labelledby="disconnect-title" onClose={onClose}>
      <h3 id="disconnect-title">{duringCall ? 'A call is live' : 'Disconnect RingCentral?'}</h3>
      <p>{duringCall ? 'Disconnecting now ends the call. What you noted is kept.' : disconnectConsequence}</p>
      <div class="actions">
        <Button tone="stop" disabled={step === 'leaving'} onClick={() => void disconnect(duringCall)}>{duringCall ? 'End call and disconnect' : 'Disconnect'}</Button>
        <Button onClick={onClose}>{duringCall ? 'Keep the call' : 'Cancel'}</Button>
      </div>
    </dialog>
  );
}
