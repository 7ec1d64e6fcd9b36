import { createAnswerCall } from '../../../src/browser/line/calls/answer-call.ts';
import { createCallCommands } from '../../../src/browser/line/calls/call-commands.ts';
import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import { createControls } from '../../../src/browser/line/calls/controls.ts';
import { createTalkToOne } from '../../../src/browser/line/calls/talk-to-one.ts';
import { createTurns } from '../../../src/browser/line/calls/turns.ts';
import type { AudioPlaces } from '../../../src/browser/line/media/audio-places.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { createHandClock } from './hand-clock.ts';

export interface CallControlFakes { leg(callId: string): SipCall; places: Pick<AudioPlaces, 'prefer'>; onMicrophoneBlocked(): void }

/** The commands of calls over legs in a test's hands. */
export function openCallControl({ leg, places, onMicrophoneBlocked }: CallControlFakes) {
  const calls = createCalls({ onBegin: () => undefined, onStep: () => undefined, onForget: () => undefined, onChange: () => undefined });
  const controls = createControls({ onChange: () => undefined });
  const turns = createTurns();
  const one = createTalkToOne({ calls, leg });
  const answer = createAnswerCall({ calls, leg, turns, one, places, onMicrophoneBlocked });
  return { calls, controls, turns, one, perform: createCallCommands({ clock: createHandClock(), calls, leg, controls, turns, one, answer }) };
}
