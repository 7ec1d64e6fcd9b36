import type { ReadonlySignal } from '../ui/signals.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { Availability } from '../ui/availability.tsx';
import { BeforeACallLines } from '../ui/before-a-call-lines.tsx';
import { Button } from '../ui/button.tsx';
import { CallCard } from '../ui/call-card.tsx';
import { CallsElsewhere } from '../ui/calls-elsewhere.tsx';
import { type ChipView, chipView } from '../ui/chip-view.ts';
import { MicrophoneForCall } from '../ui/microphone-for-call.tsx';
import { type Line, places } from '../ui/line.ts';
import { ParkedCalls } from '../ui/parked-calls.tsx';
import type { PopOut } from '../ui/pop-out.tsx';
import type { Permits } from '../ui/permits.ts';
import { QueuedDial } from '../ui/queued-dial.tsx';
import { Said } from '../ui/said.tsx';
import { newerVersion, testServer } from '../ui/words/connection.ts';
import { clickToHear, soundBlocked } from '../ui/words/call.ts';
import { nameInPhone, nobodyKnown } from '../ui/words/people.ts';
import { Foot } from './foot.tsx';
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
}

/** What stands above the dock's bar: what needs attention, and with the dock unfolded everything about the line and its calls. */
export function PanelContent({ line, urls, unfolded, unplaced, person, popOut, permits }: PanelProps) {
  const chip = chipView(line.view.value);
  const state = line.state.value;
  const open = unfolded.value;
  const { cards } = shownCalls(state?.calls ?? [], open);
  const live = cards.some(({ phase }) => phase !== 'ended');
  return (
    <>
      {open && (live ? chip.details.map((text) => <p key={text} class="details">{text}</p>) : <Details chip={chip} line={line} urls={urls} unplaced={unplaced} person={person} permits={permits} />)}
      {open && state?.newerDeployed && <p class="details">{newerVersion}</p>}
      {line.soundBlocked.value && <div class="details"><p>{soundBlocked}</p><Button tone="primary" onClick={() => line.hear()}>{clickToHear}</Button></div>}
      <MicrophoneForCall line={line} permits={permits} />
      {state && <QueuedDial state={state} line={line} />}
      <Said line={line} place={places.dial} />
      {!open && line.trouble.value?.place === places.dial && <ConnectLink line={line} urls={urls} />}
      {state && cards.map((call) => <CallCard key={call.callId} call={call} state={state} line={line} below={call.person?.kind === 'nobody' && <p class="call-line">{nobodyKnown} <a href={urls.app} target="rcns-app">{nameInPhone}</a></p>} />)}
      {open && state && <CallsElsewhere state={state} line={line} />}
      {open && state && <ParkedCalls state={state} line={line} />}
      <Foot line={line} unfolded={open} popOut={popOut} />
    </>
  );
}

function Details({ chip, line, urls, unplaced, person, permits }: Omit<PanelProps, 'unfolded' | 'popOut'> & { chip: ChipView }) {
  const state = line.state.value;
  return (
    <div class="details">
      {state?.me && <p class="quiet">{state.me.name} · Ext. {state.me.extensionNumber}</p>}
      {state?.testServer && <p class="amber">{testServer}</p>}
      {chip.details.map((text) => <p key={text}>{text}</p>)}
      <BeforeACallLines line={line} permits={permits} />
      <Availability line={line} withAllCalls />
      <Said line={line} place={places.presence} />
      <ConnectLink line={line} urls={urls} />
      <p><a href={`${urls.app}#health`} target="rcns-app">Line health</a></p>
      {unplaced.length > 0 && (
        <ul class="numbers">
          {unplaced.map(({ field, label, value }) => (
            <li key={field}>
              <span>{label}: {value}</span>
              <Button icon="phone" iconOnly onClick={() => void line.ask({ name: 'dial', number: value, person }, places.dial)}>{`Call ${value}`}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The way to Connect, where pressing it would help. */
function ConnectLink({ line, urls }: Pick<PanelProps, 'line' | 'urls'>) {
  const connection = line.state.value?.connection;
  const helps = connection?.state === 'reconnect-needed' || (connection?.state === 'not-connected' && connection.companySetUp !== false);
  return helps ? <p class="connect"><a href={`${urls.app}#settings`} target="rcns-app">Connect RingCentral in the phone’s settings</a></p> : null;
}
