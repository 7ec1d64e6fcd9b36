import type { Boot } from '../../wire/session/boot.ts';
import type { PersonRef } from '../../core/people/person.ts';
import type { PhoneField } from '../companion/phone-fields.ts';
import { Availability } from '../ui/availability.tsx';
import { BeforeACallLines } from '../ui/before-a-call-lines.tsx';
import { Button } from '../ui/button.tsx';
import type { ChipView } from '../ui/chip-view.ts';
import { type Line, places } from '../ui/line.ts';
import type { Permits } from '../ui/permits.ts';
import { Said } from '../ui/said.tsx';
import { testServer } from '../ui/words/connection.ts';
import { ConnectLink } from './connect-link.tsx';

export interface DetailsProps {
  chip: ChipView;
  line: Line;
  urls: Boot['urls'];
  /** Numbers of the record whose fields were not found in the page. */
  unplaced: readonly PhoneField[];
  person: PersonRef | null;
  permits: Permits;
}

/** Everything about the line, for whoever unfolds the dock with no call in it. */
export function Details({ chip, line, urls, unplaced, person, permits }: DetailsProps) {
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
