import type { Boot } from '../../wire/session/boot.ts';
import type { Call } from '../../core/calls/call.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { Button } from '../ui/button.tsx';
import { CallCard } from '../ui/call-card.tsx';
import { type ChipView, chipView } from '../ui/chip-view.ts';
import { Icon } from '../ui/icon.tsx';
import { IncomingAnnouncement } from '../ui/incoming-announcement.tsx';
import { type Line, places } from '../ui/line.ts';
import { QueuedDial } from '../ui/queued-dial.tsx';
import { Said } from '../ui/said.tsx';
import { Timer } from '../ui/timer.tsx';
import { whoIsIt } from '../ui/who.ts';
import { testServer } from '../ui/words/connection.ts';
import { clickToHear, phaseWords, soundBlocked } from '../ui/words/call.ts';
import type { Fold } from './fold.ts';
import { shownCalls } from './shown-calls.ts';
import type { PhoneField } from './phone-fields.ts';

export interface DockProps {
  line: Line;
  urls: Boot['urls'];
  fold: Fold;
  /** Numbers of the record whose fields were not found in the page. */
  unplaced: readonly PhoneField[];
  person: PersonRef | null;
}

/** The companion's corner of a record page: a bar with the line's state, and above it what needs attention. */
export function Dock({ line, urls, fold, unplaced, person }: DockProps) {
  const chip = chipView(line.view.value);
  const state = line.state.value;
  const open = fold.open.value;
  const { cards, bar } = shownCalls(state?.calls ?? [], open);
  const live = cards.some(({ phase }) => phase !== 'ended');
  return (
    <section class="dock" aria-label="RingCentral phone">
      <IncomingAnnouncement state={state} />
      <div class="panel">
        {open && (live ? chip.details.map((text) => <p key={text} class="details">{text}</p>) : <Details chip={chip} line={line} urls={urls} unplaced={unplaced} person={person} />)}
        {line.soundBlocked.value && <div class="details"><p>{soundBlocked}</p><Button tone="primary" onClick={() => line.hear()}>{clickToHear}</Button></div>}
        {state && <QueuedDial state={state} line={line} />}
        <Said line={line} place={places.dial} />
        {!open && line.trouble.value?.place === places.dial && <ConnectLink line={line} urls={urls} />}
        {state && cards.map((call) => <CallCard key={call.callId} call={call} state={state} line={line} />)}
      </div>
      <Bar chip={chip} call={bar} fold={fold} app={urls.app} />
    </section>
  );
}

function Details({ chip, line, urls, unplaced, person }: Omit<DockProps, 'fold'> & { chip: ChipView }) {
  const state = line.state.value;
  return (
    <div class="details">
      {state?.me && <p class="quiet">{state.me.name} · Ext. {state.me.extensionNumber}</p>}
      {state?.testServer && <p class="amber">{testServer}</p>}
      {chip.details.map((text) => <p key={text}>{text}</p>)}
      <ConnectLink line={line} urls={urls} />
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
function ConnectLink({ line, urls }: Pick<DockProps, 'line' | 'urls'>) {
  const connection = line.state.value?.connection;
  const helps = connection?.state === 'reconnect-needed' || (connection?.state === 'not-connected' && connection.companySetUp !== false);
  return helps ? <p class="connect"><a href={`${urls.app}#settings`} target="rcns-app">Connect RingCentral in the phone’s settings</a></p> : null;
}

function Bar({ chip, call, fold, app }: { chip: ChipView; call: Call | null; fold: Fold; app: string }) {
  return (
    <div class="bar">
      <button type="button" class="fold" aria-expanded={fold.open.value} onClick={fold.toggle}>
        <span class={`dot ${chip.tone}${chip.pulsing ? ' pulsing' : ''}`} />
        <span aria-live="polite">{chip.label}</span>
        {call && <span class="bar-call">{whoIsIt(call).title} · {call.phase === 'talking' ? <Timer since={call.answeredAt} /> : phaseWords(call)}</span>}
        <Icon name={fold.open.value ? 'down' : 'up'} />
      </button>
      <a class="button icon-only" href={app} target="rcns-app" title="Open the phone app" aria-label="Open the phone app"><Icon name="open" /></a>
    </div>
  );
}
