import { useRef } from 'preact/hooks';
import { type Call, otherEnd } from '../../../core/calls/call.ts';
import type { Person } from '../../../core/people/person.ts';
import type { LineState } from '../../../wire/line/state.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import type { Line } from '../../ui/line.ts';
import { nobodyKnown } from '../../ui/words/people.ts';
import { EarlierCalls } from './earlier-calls.tsx';
import { NameNumber } from './name-number.tsx';
import { Remembered } from './remembered.tsx';

/** A colleague's extension is nobody's phone number. */
const fewestDigits = 7;

/** Under a call whose other side nobody knew: says who it was, and what else follows from that. */
export function OtherSide({ call, state, line, people, onLinked }: { call: Call; state: LineState; line: Line; people: PeopleClient; onLinked: () => void }) {
  const { callId, person: found } = call;
  const { number } = otherEnd(call);
  const wasUnknown = useRef(false);
  if (found?.kind === 'nobody' || found?.kind === 'several') wasUnknown.current = true;
  if (number.replace(/\D/g, '').length < fewestDigits || found === null) return null;
  const name = (person: Person): void => void line.ask({ name: 'choose-person', callId, person }, callId);
  if (found.kind === 'nobody') {
    return <div class="choose-who"><p>{nobodyKnown}</p><NameNumber number={number} people={people} onNamed={name} /></div>;
  }
  if (found.kind === 'one' && found.remembered) return <Remembered key={found.person.id} others={found.remembered.others} number={number} people={people} onNamed={name} />;
  return found.kind === 'one' && wasUnknown.current ? <EarlierCalls number={number} person={found.person} except={state.logged[callId]?.record ?? null} people={people} onLinked={onLinked} /> : null;
}
