import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Line } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { looking, messages, newMessage, noTexts, pickOne, stale } from '../words/texts.ts';
import type { KnownPeople } from './known-people.ts';
import { messagesHash, messagesPlace, newMessageHash } from '../../ui/messages-address.ts';
import { NewMessage } from './new-message.tsx';
import { Thread } from './thread.tsx';
import { ThreadList } from './thread-list.tsx';
import { listPlace, textsPlace, useTexts } from './use-texts.ts';

/** Texts by conversation: the list, and beside it (on a narrow screen instead of it) one thread or a new message. */
export function Messages({ line, people, drafts }: { line: Line; people: KnownPeople; drafts: Map<string, string> }) {
  const [place, setPlace] = useState(messagesPlace(location.hash));
  useEffect(() => {
    const moved = (): void => setPlace(messagesPlace(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const texts = line.state.value?.texts ?? null;
  const list = useTexts(line, texts ? { verb: 'list' } : null, 'list', listPlace);
  const shown = list.state === 'shown' ? list.last : null;
  const numbers = (shown?.threads ?? []).flatMap((thread) => thread.with.map(({ number }) => number));
  useEffect(() => people.ask(numbers), [numbers.join()]);

  if (line.state.value === null) return <p class="card empty quiet" role="status">{looking}</p>;
  if (texts === null) return <p class="card empty quiet">{noTexts}</p>;
  return (
    <div class={`messages ${place.kind}`}>
      <section class="card threads" aria-label={messages}>
        <div class="card-head">
          <h2>{messages}</h2>
          <a class="button primary" href={newMessageHash()}><Icon name="add" />{newMessage}</a>
        </div>
        {texts.store === 'stale' && <p class="texts-stale" role="status">{stale} <Button onClick={() => void line.ask({ name: 'try-now' }, textsPlace)}>Try now</Button></p>}
        <Said line={line} place={listPlace} />
        <ThreadList list={list} loading={texts.store === 'loading'} people={people} open={place.kind === 'thread' ? place.conversation : null} />
      </section>
      <section class="card thread" aria-label={place.kind === 'new' ? newMessage : 'Conversation'}>
        {place.kind !== 'list' && <a class="to-list" href={messagesHash}><Icon name="back" />All messages</a>}
        {place.kind === 'list' && <p class="empty quiet">{pickOne}</p>}
        {place.kind === 'thread' && <Thread key={place.conversation} conversation={place.conversation} line={line} people={people} drafts={drafts} senders={shown?.senders ?? null} />}
        {place.kind === 'new' && <NewMessage key={place.to} to={place.to} line={line} drafts={drafts} senders={shown?.senders ?? null} />}
      </section>
    </div>
  );
}
