import type { Person } from '../../core/people/person.ts';
import { Button } from './button.tsx';
import { personAddress } from './who.ts';
import { besideName, choose } from './words/people.ts';

/** People to choose one from; each name opens the record, so that whoever is not sure can look. */
export function PeopleList({ people, label, onChoose }: { people: readonly Person[]; label: string; onChoose: (person: Person) => void }) {
  return (
    <ul class="people" aria-label={label}>
      {people.map((person) => (
        <li key={`${person.type}${person.id}`}>
          <span><a href={personAddress(person)} target="_blank" rel="noopener">{person.name}</a> <small class="quiet">{besideName(person)}</small></span>
          <Button onClick={() => onChoose(person)}>{choose}<span class="unseen"> {person.name}</span></Button>
        </li>
      ))}
    </ul>
  );
}
