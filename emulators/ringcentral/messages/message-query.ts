import { invalidParameter, NotEmulated } from '../http/platform-error.ts';
import type { Message } from './message.ts';

const filters = ['availability', 'conversationId', 'dateFrom', 'dateTo', 'direction', 'distinctConversations', 'messageType', 'readStatus', 'phoneNumber'] as const;
type Filter = (typeof filters)[number];

/** RingCentral looks one day back when it is not told otherwise. */
const day = 86_400_000;

/** Which messages a list or a full sync is asked for. `others`: parameters of the operation that are no filter. Throws CMN-101, and NotEmulated for what no other parameter stands for. */
export function readMessageQuery(query: URLSearchParams, { others, refused = [], now }: { others: string[]; refused?: Filter[]; now: number }): (messages: Message[]) => Message[] {
  const known: string[] = [...filters.filter((name) => !refused.includes(name)), ...others];
  for (const name of query.keys()) if (!known.includes(name)) throw new NotEmulated(`the query parameter [${name}] of messages`);

  const list = <T extends string>(name: Filter, values: readonly T[]): T[] => query.getAll(name).map((given) => {
    const value = values.find((one) => one === given);
    if (value === undefined) throw invalidParameter(name);
    return value;
  });
  const time = (name: Filter, otherwise: number): number => {
    const given = query.get(name);
    if (given === null) return otherwise;
    const at = Date.parse(given);
    if (Number.isNaN(at)) throw invalidParameter(name);
    return at;
  };
  const types = list('messageType', ['SMS', 'VoiceMail', 'Fax', 'Pager', 'Text']);
  const directions = list('direction', ['Inbound', 'Outbound']);
  const readStatuses = list('readStatus', ['Read', 'Unread']);
  const availabilities = list('availability', ['Alive', 'Deleted', 'Purged']);
  const conversationId = query.get('conversationId');
  const number = query.get('phoneNumber')?.replace(/^ /, '+') ?? null;
  const dateTo = time('dateTo', now);
  const dateFrom = time('dateFrom', dateTo - day);

  const wanted = (message: Message): boolean =>
    (types.length === 0 || types.includes(message.type))
    && (directions.length === 0 || directions.includes(message.direction))
    && (readStatuses.length === 0 || readStatuses.includes(message.readStatus))
    && (availabilities.length === 0 ? message.availability === 'Alive' : availabilities.includes(message.availability))
    && (conversationId === null || message.conversationId === conversationId)
    && (number === null || [message.from, ...message.to].some(({ phoneNumber }) => phoneNumber === number))
    && message.createdAt >= dateFrom && message.createdAt <= dateTo;

  return (messages) => {
    const newestFirst = messages.filter(wanted).toReversed();
    if (query.get('distinctConversations') !== 'true') return newestFirst;
    const seen = new Set<string>();
    return newestFirst.filter(({ conversationId: own, id }) => !seen.has(own ?? id) && seen.add(own ?? id));
  };
}
