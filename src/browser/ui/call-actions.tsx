import type { Call } from '../../core/calls/call.ts';
import { type CallStand, isOffered } from './control/call-stand.ts';
import { IncomingActions } from './control/incoming-actions.tsx';
import { TalkActions } from './control/talk-actions.tsx';
import type { Line } from './line.ts';

/** What can be done with a call in its phase. */
export function CallActions({ call, stand, line }: { call: Call; stand: CallStand; line: Line }) {
  if (call.phase === 'ended') return null;
  const Actions = isOffered(call) ? IncomingActions : TalkActions;
  return <Actions call={call} stand={stand} line={line} />;
}
