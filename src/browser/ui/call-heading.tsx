import type { Call } from '../../core/calls/call.ts';
import type { CallControl } from '../../wire/line/state.ts';
import { isOffered } from './control/call-stand.ts';
import { Timer } from './timer.tsx';
import { duration } from './duration.ts';
import { personAddress, whoIsIt } from './who.ts';
import { phaseWords } from './words/call.ts';
import { conference, recording } from './words/control.ts';

/** Who a call is with and how it stands. */
export function CallHeading({ call, control }: { call: Call; control: CallControl }) {
  const who = whoIsIt(call);
  return (
    <div class="call-heading">
      <p class="call-phase">
        <span>{control.conference && call.phase === 'talking' && !call.held && !call.muted ? conference : phaseWords(call)}</span>
        {call.queue && <span class="call-queue">via {call.queue}</span>}
        {call.phase === 'talking' && <Timer since={call.answeredAt} />}
        {call.phase !== 'ended' && <span class="recording" role="status">{control.recording && recording}</span>}
        {call.phase === 'ended' && call.answeredAt !== null && <span class="timer">{duration(call.endedAt - call.answeredAt)}</span>}
      </p>
      <h3 class="call-who">{who.record ? <a href={personAddress(who.record)} target="_blank" rel="noopener">{who.title}</a> : who.title}</h3>
      {(who.company || who.number) && <p class="call-line">{[who.company, who.number].filter(Boolean).join(' · ')}</p>}
      {who.candidates.length > 0 && isOffered(call) && (
        <p class="call-line">Could be {who.candidates.map((person, index) => (
          <span key={`${person.type}${person.id}`}>{index > 0 && ', '}<a href={personAddress(person)} target="_blank" rel="noopener">{person.name}</a></span>
        ))}</p>
      )}
      {call.phase === 'ended' && call.reason && <p class="call-line">Reason: {call.reason}</p>}
    </div>
  );
}
