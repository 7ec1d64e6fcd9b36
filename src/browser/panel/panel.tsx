import type { ReadonlySignal } from '../ui/signals.ts';
import type { Call } from '../../core/calls/call.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { Button } from '../ui/button.tsx';
import { CallCard } from '../ui/call-card.tsx';
import { chipView } from '../ui/chip-view.ts';
import { WithForms } from '../ui/control/call-forms.tsx';
import { MicrophoneForCall } from '../ui/microphone-for-call.tsx';
import { type Line, places } from '../ui/line.ts';
import type { PopOut } from '../ui/pop-out.tsx';
import type { Permits } from '../ui/permits.ts';
import { QueuedDial } from '../ui/queued-dial.tsx';
import { Said } from '../ui/said.tsx';
import { unwrittenNotes } from '../ui/unwritten-notes.ts';
import { newerVersion } from '../ui/words/connection.ts';
import { clickToHear, soundBlocked } from '../ui/words/call.ts';
import { chooseAgain, knownByChoice, nameInPhone, nobodyKnown } from '../ui/words/people.ts';
import { ConnectLink } from './connect-link.tsx';
import { Foot } from './foot.tsx';
import type { LateForms } from './late-forms.ts';
import { shownCalls } from './shown-calls.ts';
import type { PhoneField } from '../companion/phone-fields.ts';

export interface PanelProps {
  line: Line;
  urls: Boot['urls'];
  unfolded: ReadonlySignal<boolean>;
  /** Numbers of the record whose fields were not found in the page. */
  unplaced: readonly PhoneField[];
  person: PersonRef | null;
  popOut: PopOut;
  permits: Permits;
  late: LateForms;
}

const isRemembered = ({ person }: Call): boolean => person?.kind === 'one' && person.remembered !== undefined;

/** What stands above the dock's bar: what needs attention, and with the dock unfolded everything about the line and its calls. */
export function PanelContent({ line, urls, unfolded, unplaced, person, popOut, permits, late }: PanelProps) {
  const chip = chipView(line.view.value);
  const state = line.state.value;
  const open = unfolded.value;
  const unsaved = unwrittenNotes()?.callId;
  const { cards } = shownCalls(state?.calls ?? [], open);
  return (
    <>
      {open && (cards.length > 0
        ? chip.details.map((text) => <p key={text} class="details">{text}</p>)
        : <WithForms>{() => late.with(({ Details }) => <Details chip={chip} line={line} urls={urls} unplaced={unplaced} person={person} permits={permits} />)}</WithForms>)}
      {open && state?.newerDeployed && <p class="details">{newerVersion}</p>}
      {line.soundBlocked.value && <div class="details"><p>{soundBlocked}</p><Button tone="primary" onClick={() => line.hear()}>{clickToHear}</Button></div>}
      <MicrophoneForCall line={line} permits={permits} />
      {state && <QueuedDial state={state} line={line} />}
      <Said line={line} place={places.dial} />
      {!open && line.trouble.value?.place === places.dial && <ConnectLink line={line} urls={urls} />}
      {state && cards.map((call) => <CallCard key={call.callId} call={call} state={state} line={line} below={(call.person?.kind === 'nobody' || isRemembered(call)) && <p class="call-line">{isRemembered(call) ? knownByChoice : nobodyKnown} <a href={urls.app} target="rcns-app">{isRemembered(call) ? chooseAgain : nameInPhone}</a></p>} />)}
      {state?.me && unsaved && !state.calls.some(({ callId }) => callId === unsaved) && <WithForms>{() => late.with(({ LostNotes }) => <LostNotes state={state} line={line} />)}</WithForms>}
      {open && state && state.elsewhere.length > 0 && <WithForms>{() => late.with(({ CallsElsewhere }) => <CallsElsewhere state={state} line={line} />)}</WithForms>}
      {open && state && state.parked.length > 0 && <WithForms>{() => late.with(({ ParkedCalls }) => <ParkedCalls state={state} line={line} />)}</WithForms>}
      <Foot line={line} unfolded={open} popOut={popOut} />
    </>
  );
}
