import { Button } from './button.tsx';
import type { Line } from './line.ts';
import type { Permits } from './permits.ts';
import { waitsForMicrophone } from './waits-for-microphone.ts';
import { noCallsCauses } from './words/connection.ts';
import { allowAndContinue, callWaitsForMicrophone } from './words/microphone.ts';

/** Says so at once, with the one button that helps; where the person has to change the browser's settings, says how. */
export function MicrophoneForCall({ line, permits }: { line: Line; permits: Permits }) {
  const state = line.state.value;
  const waits = state && waitsForMicrophone(state, permits.microphone.value);
  if (!waits) return null;
  const allow = async (): Promise<void> => {
    await permits.allowMicrophone();
    await line.ask({ name: 'try-now' }, 'microphone');
  };
  return (
    <div class="for-call" role="alert">
      <p>{waits === 'denied' ? noCallsCauses['microphone-blocked'] : callWaitsForMicrophone}</p>
      {waits === 'to-be-asked' && <Button tone="primary" onClick={() => void allow()}>{allowAndContinue}</Button>}
    </div>
  );
}
