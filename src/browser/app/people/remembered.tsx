import { useState } from 'preact/hooks';
import type { Person } from '../../../core/people/person.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import { Button } from '../../ui/button.tsx';
import { PeopleList } from '../../ui/people-list.tsx';
import { chooseAgain, knownByChoice } from '../../ui/words/people.ts';
import { NameNumber } from './name-number.tsx';
import { othersWithNumber } from './words.ts';

/** The name comes from somebody's choice, which may have been wrong or be so by now: a new one takes its place. `others`: who has the number besides. */
export function Remembered({ others, number, people, onNamed }: { others: readonly Person[]; number: string; people: PeopleClient; onNamed: (person: Person) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="choose-who">
      <p class="call-line">{knownByChoice}</p>
      <div class="actions"><Button expanded={open} onClick={() => setOpen(!open)}>{chooseAgain}</Button></div>
      {open && others.length > 0 && <PeopleList people={others} label={othersWithNumber} onChoose={onNamed} />}
      {open && <NameNumber number={number} people={people} onNamed={onNamed} />}
    </div>
  );
}
