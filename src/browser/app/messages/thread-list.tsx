import type { TextAnswer, TextThread } from '../../../wire/line/texts.ts';
import { looking, nobodyYet, notAsked } from '../words/texts.ts';
import type { KnownPeople } from './known-people.ts';
import { threadHash } from '../../ui/messages-address.ts';
import { shortMoment } from './moment.ts';
import { namesOf } from './names.ts';
import type { TextsShown } from './use-texts.ts';

const beginning = ({ text, attachments, direction, standing }: TextThread['last']): string => `${direction === 'Outbound' && standing.is !== 'failed' ? 'You: ' : ''}${text || (attachments === 1 ? 'Attachment' : attachments > 1 ? `${attachments} attachments` : '')}`;

export interface ThreadListProps {
  list: TextsShown<Extract<TextAnswer, { kind: 'list' }>>;
  /** The first look at RingCentral is under way. */
  loading: boolean;
  people: KnownPeople;
  open: string | null;
}

/** Conversations, the newest first; unread ones stand out and say how many. */
export function ThreadList({ list, loading, people, open }: ThreadListProps) {
  if (list.state === 'refused') return <p class="empty quiet">{notAsked}</p>;
  if (list.state === 'asking' || (list.last.threads.length === 0 && loading)) return <p class="empty quiet" role="status">{looking}</p>;
  if (list.last.threads.length === 0) return <p class="empty quiet">{nobodyYet}</p>;
  return (
    <ul class="thread-list">
      {list.last.threads.map((thread) => (
        <li key={thread.conversation}>
          <a href={threadHash(thread.conversation)} class={thread.unread > 0 ? 'unread' : undefined} aria-current={thread.conversation === open ? 'true' : undefined}>
            <span class="thread-who"><bdi>{namesOf(thread.with, people.byNumber.value)}</bdi></span>
            <time dateTime={new Date(thread.last.at).toISOString()}>{shortMoment(thread.last.at)}</time>
            <span class={`thread-last${thread.last.standing.is === 'failed' ? ' bad' : ''}`} dir="auto">{thread.last.standing.is === 'failed' ? (thread.last.standing.cause === 'not-delivered' ? 'Not delivered: ' : 'Not sent: ') : ''}{beginning(thread.last)}</span>
            {thread.unread > 0 && <span class="badge">{thread.unread}<span class="unseen"> unread</span></span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
