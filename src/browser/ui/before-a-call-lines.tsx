import { beforeACall } from './before-a-call.ts';
import { Button } from './button.tsx';
import type { Line } from './line.ts';
import type { Permits } from './permits.ts';
import { allowMicrophone, microphoneNotAsked, soundLocked } from './words/before-a-call.ts';
import { noCallsCauses } from './words/connection.ts';

/** The same in a few lines, where there is no room for banners. */
export function BeforeACallLines({ line, permits }: { line: Line; permits: Permits }) {
  const state = line.state.value;
  return (
    <>
      {state && beforeACall(state, permits.microphone.value).map((kind) => {
        switch (kind) {
          case 'sound-locked': return <p key={kind} class="amber">{soundLocked}</p>;
          case 'microphone-blocked': return state.connection.state === 'connected' && <p key={kind} class="amber">{noCallsCauses[kind]}</p>;
          case 'microphone-not-asked': return <div key={kind} class="before-a-call"><p class="amber">{microphoneNotAsked}</p><Button onClick={() => void permits.allowMicrophone()}>{allowMicrophone}</Button></div>;
        }
      })}
    </>
  );
}
