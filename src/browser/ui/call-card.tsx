import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Call, otherEnd } from '../../core/calls/call.ts';
import type { PersonRef } from '../../core/people/person.ts';
import type { MergedNotes } from '../../core/calls/notes-merge.ts';
import type { LineState } from '../../wire/line/state.ts';
import { Button } from './button.tsx';
import { CallActions } from './call-actions.tsx';
import { WithForms } from './control/call-forms.tsx';
import { callStand, isOffered } from './control/call-stand.ts';
import { useKeptFocus } from './control/kept-focus.ts';
import { ChooseWho } from './choose-who.tsx';
import { CallHeading } from './call-heading.tsx';
import { DispositionField } from './disposition-field.tsx';
import type { Line } from './line.ts';
import { NotesBox } from './notes-box.tsx';
import { Quality, QualityAdvice } from './quality.tsx';
import { SavedState } from './saved-state.tsx';
import { Said } from './said.tsx';
import { notedCall } from './unwritten-notes.ts';
import { type Who, whoIsIt } from './who.ts';
import { answerNotTold, movingAudio } from './words/call.ts';
import { restoringAudio } from './words/quality.ts';

/** Not while it rings, and not where a colleague has the call: that one gets no record of ours. */
const wantsNotes = (call: Call): boolean => !isOffered(call) && !(call.phase === 'ended' && call.elsewhere === 'colleague');

/** Only RingCentral's events tell of an outbound call's answer. */
const answerUnseen = (call: Call, state: LineState): boolean => call.phase === 'ringing' && call.direction === 'Outbound' && state.abilities.some(({ id, on }) => id === 'notifications' && !on);

/** A call in any phase, the same in the phone app and on record pages. */
export function CallCard({ call, state, line, below = null }: { call: Call; state: LineState; line: Line; /** What a window offers besides, under the rest. */ below?: ComponentChildren }) {
  const { callId } = call;
  const stand = callStand(call, state);
  const card = useKeptFocus<HTMLElement>();
  const quality = state.quality[callId];
  const who = whoIsIt(call);
  const [typing, setTyping] = useState(false);
  const write = async (text: string, base: string): Promise<MergedNotes | null> => {
    const result = await line.ask({ name: 'write-notes', callId, text, base }, callId);
    return result.done && result.value && 'notes' in result.value ? result.value.notes : null;
  };
  return (
    <article {...card} tabIndex={-1} class={`call ${isOffered(call) ? 'incoming' : call.phase}${stand.waits && !isOffered(call) ? ' waiting' : ''}`} aria-label={`Call with ${who.title}`}>
      <div class="call-top">
        <CallHeading call={call} control={stand.control} />
        {quality && <Quality quality={quality} />}
        {call.phase === 'ended' && <Button icon="close" iconOnly onClick={() => void line.ask({ name: 'dismiss', callId }, callId)}>Dismiss</Button>}
      </div>
      {state.movingAudio.includes(callId) && <p class="call-line" role="status">{movingAudio}</p>}
      {state.restoringAudio.includes(callId) && <p class="call-line" role="status">{restoringAudio}</p>}
      {quality && <QualityAdvice quality={quality} />}
      {answerUnseen(call, state) && <p class="call-line">{answerNotTold}</p>}
      {call.phase === 'ended' && <SavedState call={call} state={state} typing={typing} />}
      <CallActions call={call} stand={stand} line={line} />
      <Said line={line} place={callId} />
      {wantsNotes(call) && <ChooseWho call={call} line={line} />}
      {wantsNotes(call) && below}
      {wantsNotes(call) && state.hasCallCard && who.record && <MatchedRecord who={who} person={who.record} phone={otherEnd(call).number} />}
      {wantsNotes(call) && <DispositionField call={call} offered={state.dispositions} line={line} />}
      {wantsNotes(call) && <NotesBox key={callId} callId={callId} of={notedCall(call, state.me?.extensionId ?? null)} notes={call.notes} refused={state.unsent.refused.some(({ id }) => id === callId)} onWrite={write} onTyping={setTyping} />}
    </article>
  );
}

/** What the administrator wants seen of the record behind the call; loaded when it is first needed. */
function MatchedRecord({ who, person, phone }: { who: Who; person: PersonRef; phone: string }) {
  const subject = { id: String(person.id), type: person.type, name: who.title, company: who.company ?? '', phone };
  return <WithForms>{({ CallRecord }, urls) => <CallRecord key={`${person.type}${person.id}`} urls={urls} person={person} subject={subject} />}</WithForms>;
}
