import { useState } from 'preact/hooks';
import type { Person } from '../../../core/people/person.ts';
import { newKinds, type NewKind } from '../../../wire/people/choose.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import { Button } from '../../ui/button.tsx';
import { CreateForm } from './create-form.tsx';
import { PersonSearch } from './person-search.tsx';
import { createWords, linkToRecord } from './words.ts';

/** Three ways to say whose an unknown number is. */
export function NameNumber({ number, people, onNamed }: { number: string; people: PeopleClient; onNamed: (person: Person) => void }) {
  const [way, setWay] = useState<NewKind | 'link' | null>(null);
  const turn = (to: NewKind | 'link') => (): void => setWay(way === to ? null : to);
  return (
    <div class="name-number">
      <div class="actions">
        {newKinds.map((kind) => <Button key={kind} expanded={way === kind} onClick={turn(kind)}>{createWords[kind]}</Button>)}
        <Button expanded={way === 'link'} onClick={turn('link')}>{linkToRecord}</Button>
      </div>
      {way === 'link' && <PersonSearch id={`link-${number.replace(/\D/g, '')}`} label="Name of a person, company or project" people={people} onChoose={onNamed} />}
      {(way === 'contact' || way === 'lead') && <CreateForm key={way} kind={way} number={number} people={people} onMade={onNamed} />}
    </div>
  );
}
