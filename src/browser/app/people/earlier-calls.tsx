import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../core/people/person.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import { Button } from '../../ui/button.tsx';
import { answered } from '../answered.ts';
import { failureWords } from '../words/netsuite.ts';
import { linkAll } from './link-all.ts';
import { earlierCalls, keptWords, linkedWords, linkEarlier } from './words.ts';

type Stand = { at: 'asking' } | { at: 'offered'; count: number } | { at: 'linking'; count: number } | { at: 'done'; linked: number; kept: number } | { at: 'failed'; words: string; count: number } | { at: 'nothing' };

/** Once a number has a name: its earlier calls, which nobody knew then, can have it too. `except`: the record of the call itself. */
export function EarlierCalls({ number, person, except, people, onLinked }: { number: string; person: Person; except: number | null; people: PeopleClient; onLinked: () => void }) {
  const [stand, setStand] = useState<Stand>({ at: 'asking' });
  useEffect(() => {
    void answered(people.unlinkedCalls(number)).then((found) => {
      const count = found.ok ? found.value.numbers.flatMap(({ records }) => records).filter((id) => id !== except).length : 0;
      setStand(count > 0 ? { at: 'offered', count } : { at: 'nothing' });
    });
  }, []);
  const link = async (count: number): Promise<void> => {
    setStand({ at: 'linking', count });
    const done = await answered(linkAll(people, number, person));
    onLinked();
    setStand(done.ok ? { at: 'done', ...done.value } : { at: 'failed', words: failureWords(done.failure), count });
  };
  if (stand.at === 'asking' || stand.at === 'nothing') return null;
  if (stand.at === 'done') return <p class="call-line" role="status">{linkedWords(stand.linked, person.name)}{stand.kept > 0 && ` ${keptWords(stand.kept)}`}</p>;
  return (
    <div class="name-number" role="status">
      <p>{earlierCalls(stand.count)}</p>
      {stand.at === 'failed' && <p class="said">{stand.words}</p>}
      <div class="actions"><Button tone="primary" disabled={stand.at === 'linking'} onClick={() => void link(stand.count)}>{linkEarlier(stand.count, person.name)}</Button></div>
    </div>
  );
}
