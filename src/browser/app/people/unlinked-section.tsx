import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../core/people/person.ts';
import type { UnlinkedNumber } from '../../../wire/people/choose.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import { Button } from '../../ui/button.tsx';
import { readableNumber } from '../../ui/phone-number.ts';
import { answered, type Answered } from '../answered.ts';
import { failureWords } from '../words/netsuite.ts';
import { linkAll } from './link-all.ts';
import { NameNumber } from './name-number.tsx';
import { keptWords, linkedWords, noneUnlinked, searching, unlinkedLine, unlinkedTitle } from './words.ts';

interface UnlinkedTools { people: PeopleClient }

/** Numbers of this user's calls that are linked to nobody; folded until somebody wants to know, since NetSuite is asked for them, and again when `changed` says that calls may have been linked elsewhere on the page. */
export function UnlinkedSection({ people, changed }: UnlinkedTools & { changed: string }) {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answered<{ numbers: UnlinkedNumber[] }> | null>(null);
  useEffect(() => {
    if (!open || answer === null) return;
    void answered(people.unlinkedCalls(null)).then((found) => { if (found.ok) setAnswer(found); });
  }, [changed]);
  const toggle = (): void => {
    setOpen(!open);
    setAnswer(null);
    if (!open) void answered(people.unlinkedCalls(null)).then(setAnswer);
  };
  return (
    <section class="card" aria-labelledby="unlinked">
      <div class="card-head">
        <h3 id="unlinked">{unlinkedTitle}</h3>
        <Button icon={open ? 'up' : 'down'} iconOnly onClick={toggle}>{open ? 'Hide calls linked to nobody' : 'Show calls linked to nobody'}</Button>
      </div>
      {open && answer === null && <p class="quiet" role="status">{searching}</p>}
      {open && answer?.ok === false && <p class="said" role="alert">{failureWords(answer.failure)}</p>}
      {open && answer?.ok && answer.value.numbers.length === 0 && <p class="quiet">{noneUnlinked}</p>}
      {open && answer?.ok && answer.value.numbers.length > 0 && <ul class="unlinked">{answer.value.numbers.map((each) => <UnlinkedRow key={each.number} unlinked={each} people={people} />)}</ul>}
    </section>
  );
}

/** One number: saying whose it is links its calls and is remembered for the next one. */
function UnlinkedRow({ unlinked: { number, records, day }, people }: UnlinkedTools & { unlinked: UnlinkedNumber }) {
  const [said, setSaid] = useState<{ words: string; good: boolean } | null>(null);
  const name = async (person: Person): Promise<void> => {
    const done = await answered(Promise.all([linkAll(people, number, person), people.rememberChoice(number, person)]));
    if (!done.ok) setSaid({ words: failureWords(done.failure), good: false });
    else setSaid({ words: [linkedWords(done.value[0].linked, person.name), ...(done.value[0].kept > 0 ? [keptWords(done.value[0].kept)] : [])].join(' '), good: true });
  };
  return (
    <li>
      <p><b>{readableNumber(number)}</b> <small class="quiet">{unlinkedLine(records.length, day)}</small></p>
      {said && <p class={said.good ? 'good' : 'said'} role="status">{said.words}</p>}
      {!said?.good && <NameNumber number={number} people={people} onNamed={(person) => void name(person)} />}
    </li>
  );
}
