import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../core/people/person.ts';
import { shortestSearch } from '../../../wire/people/choose.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import { PeopleList } from '../../ui/people-list.tsx';
import { answered, type Answered } from '../answered.ts';
import { failureWords } from '../words/netsuite.ts';
import { noneFound, searching } from './words.ts';

/** Typing rests so long before NetSuite is asked. */
const quietMs = 300;

/** Finds a record by name as one types. */
export function PersonSearch({ id, label, people, only = () => true, onChoose }: { id: string; label: string; people: Pick<PeopleClient, 'searchPeople'>; only?: (person: Person) => boolean; onChoose: (person: Person) => void }) {
  const [text, setText] = useState('');
  /** null: not asked yet, or being asked. */
  const [answer, setAnswer] = useState<Answered<{ people: Person[] }> | null>(null);
  const wanted = text.trim();
  useEffect(() => {
    setAnswer(null);
    if (wanted.length < shortestSearch) return;
    let current = true;
    const timer = setTimeout(() => void answered(people.searchPeople(wanted)).then((found) => { if (current) setAnswer(found); }), quietMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  const found = answer?.ok ? answer.value.people.filter(only) : [];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="search" value={text} autocomplete="off" spellcheck={false} maxLength={60} onInput={(event) => setText(event.currentTarget.value)} />
      {found.length > 0 && <PeopleList people={found} label={label} onChoose={onChoose} />}
      <small class={answer?.ok === false ? 'said' : 'quiet'} role="status">
        {wanted.length >= shortestSearch && (answer === null ? searching : !answer.ok ? failureWords(answer.failure) : found.length === 0 ? noneFound : '')}
      </small>
    </div>
  );
}
