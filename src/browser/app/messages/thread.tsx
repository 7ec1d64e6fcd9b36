import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import type { Line } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { personAddress } from '../../ui/who.ts';
import { gone, looking } from '../words/texts.ts';
import type { KnownPeople } from './known-people.ts';
import { threadHash } from '../../ui/messages-address.ts';
import { MessageRow } from './message-row.tsx';
import { dayLine, sameDay } from './moment.ts';
import { detailOf, nameOf, recordOf } from './names.ts';
import { askTexts, olderPlace, textsPlace, threadPlace, useTexts } from './use-texts.ts';
import { WriteText, type Senders } from './write-text.tsx';

/** So many unread messages are marked in several goes, with a pause between: RingCentral takes 40 changes a minute. */
const many = 20;
const betweenManyMs = 60_000;

/** Messages shown at first, and added by each look further back. */
const step = 50;

export interface ThreadProps {
  conversation: string;
  line: Line;
  people: KnownPeople;
  drafts: Map<string, string>;
  senders: Senders | null;
}

/** One conversation: who it is with, what was said, and where to write. Whoever has it open has read it. */
export function Thread({ conversation, line, people, drafts, senders }: ThreadProps) {
  const [most, setMost] = useState(step);
  const thread = useTexts(line, { verb: 'thread', conversation, most }, 'thread', threadPlace);
  const shown = useRef<Extract<typeof thread, { state: 'shown' }>['last'] | null>(null);
  if (thread.state === 'shown') shown.current = thread.last;
  const last = shown.current;
  const log = useRef<HTMLOListElement>(null);
  const newest = last?.messages.at(-1)?.id;
  const unread = last?.messages.filter((message) => message.unread).length ?? 0;
  const markedMany = useRef(-betweenManyMs);
  /** Whoever reads further up is left there. */
  const atEnd = useRef(true);
  useLayoutEffect(() => { if (atEnd.current) log.current?.scrollTo(0, log.current.scrollHeight); });
  useEffect(() => people.ask((last?.with ?? []).map(({ number }) => number)), [last?.with.map(({ number }) => number).join()]);
  useEffect(() => {
    if (unread === 0) return undefined;
    const read = (): void => {
      if (document.visibilityState !== 'visible') return;
      if (unread >= many) markedMany.current = performance.now();
      void askTexts(line, { verb: 'mark-read', conversation }, 'done', threadPlace);
    };
    const wait = setTimeout(read, Math.max(0, markedMany.current + betweenManyMs - performance.now()));
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(wait);
      document.removeEventListener('visibilitychange', read);
    };
  }, [unread, newest]);

  /** Nobody is offered what is not there: only RingCentral knows where a conversation begins, so it is asked once. */
  const unsure = last?.older === true && most === step;
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    if (unsure && !looked) void askTexts(line, { verb: 'load-older', conversation, most }, 'thread', olderPlace).then(() => setLooked(true));
  }, [unsure]);

  if (last === null) {
    return thread.state === 'refused' ? <><Said line={line} place={threadPlace} /><p class="empty quiet">{gone}</p></> : <p class="empty quiet" role="status">{looking}</p>;
  }
  const known = people.byNumber.value;
  const onSent = (now: string): void => { if (now !== conversation) location.replace(threadHash(now)); };
  const older = async (): Promise<void> => {
    if (await askTexts(line, { verb: 'load-older', conversation, most: most + step }, 'thread', textsPlace)) setMost(most + step);
  };
  return (
    <>
      <div class="thread-head">
        {last.with.map((end) => {
          const record = recordOf(end, known);
          return (
            <div key={end.number}>
              <h3>{record ? <a href={personAddress(record)} target="_blank" rel="noopener"><bdi>{nameOf(end, known)}</bdi></a> : <bdi>{nameOf(end, known)}</bdi>}</h3>
              <span class="quiet">{detailOf(end, known)}</span>
            </div>
          );
        })}
        {last.with.length === 1 && last.with[0]?.number && <Button icon="phone" onClick={() => void line.ask({ name: 'dial', number: last.with[0]?.number ?? '', person: recordOf(last.with[0] ?? { number: '', name: null }, known) }, textsPlace)}>Call</Button>}
      </div>
      <ol class="message-log" ref={log} tabIndex={0} aria-label="Messages of this conversation" aria-live="polite"
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => { atEnd.current = scrollHeight - scrollTop - clientHeight < 40; }}>
        {last.older && (looked || !unsure) && <li class="older"><Button onClick={() => void older()}>Older messages</Button></li>}
        {last.messages.map((message, at) => (
          <MessageRow key={message.id} message={message} line={line} onSent={onSent} day={at === 0 || !sameDay(message.at, last.messages[at - 1]?.at ?? 0) ? dayLine(message.at) : null}
            who={message.direction === 'Inbound' && last.with.length > 1 ? nameOf(message.from, known) : null} />
        ))}
      </ol>
      <Said line={line} place={textsPlace} />
      <WriteText line={line} drafts={drafts} draft={conversation} to={last.with.map(({ number }) => number)} own={last.own} senders={senders}
        onSent={onSent} />
    </>
  );
}
