import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import type { HandClock } from './hand-clock.ts';

export const me = '+16505550101';
export const maria = '+16505550162';

export interface StoredText { id: number; direction: 'Inbound' | 'Outbound'; text: string; status: string; at: number; modified: number; read: boolean; gone: boolean; other: string }

/** RingCentral's message store of one extension in a test's hands: what it holds, and what it was asked. */
export function createTextRest(clock: HandClock) {
  const texts: StoredText[] = [];
  const asked: string[] = [];
  const failing: RestFailure[] = [];
  let era = 0;
  let lastId = 100;

  const bodyOf = ({ id, direction, text, status, at, modified, read, gone, other }: StoredText): Record<string, unknown> => ({
    id, type: 'SMS', direction, conversationId: Number(other.slice(-6)), conversation: { id: other.slice(-6) }, subject: text, messageStatus: status,
    creationTime: new Date(at).toISOString(), lastModifiedTime: new Date(modified).toISOString(), readStatus: read ? 'Read' : 'Unread', availability: gone ? 'Deleted' : 'Alive',
    from: { phoneNumber: direction === 'Inbound' ? other : me, ...(direction === 'Inbound' ? { name: 'Maria Santos' } : {}) }, to: [{ phoneNumber: direction === 'Inbound' ? me : other, ...(direction === 'Inbound' ? { target: true } : {}) }],
    attachments: [{ id, type: 'Text', contentType: 'text/plain', uri: `https://platform.ringcentral.com/${id}` }],
    ...(status === 'DeliveryFailed' ? { deliveryErrorCode: 'SMS-RC-410' } : {}),
  });
  const add = (direction: StoredText['direction'], text: string, other: string, at = clock.now()): StoredText => {
    const stored: StoredText = { id: (lastId += 1), direction, text, status: direction === 'Inbound' ? 'Received' : 'Queued', at, modified: clock.now(), read: direction === 'Outbound', gone: false, other };
    texts.push(stored);
    return stored;
  };
  const answer = (path: string): unknown => {
    asked.push(path);
    const failure = failing.shift();
    if (failure) throw failure;
    const url = new URL(path, 'https://x');
    const newestFirst = texts.toReversed();
    if (url.pathname.endsWith('/message-sync')) {
      const token = url.searchParams.get('syncToken');
      if (token !== null && Number(token.split('.')[0]) !== era) throw new RestFailure('refused', 400, 'MSG-333');
      const since = token === null ? Date.parse(url.searchParams.get('dateFrom') ?? '') : Number(token.split('.')[1]) - 5_000;
      const found = newestFirst.filter(({ at, modified, gone }) => (token === null ? at >= since && !gone : modified >= since));
      return { records: found.slice(0, 250).map(bodyOf), syncInfo: { syncToken: `${era}.${clock.now()}`, syncTime: new Date(clock.now()).toISOString(), olderRecordsExist: found.length > 250 } };
    }
    const before = Date.parse(url.searchParams.get('dateTo') ?? '');
    const from = Date.parse(url.searchParams.get('dateFrom') ?? '');
    const perPage = Number(url.searchParams.get('perPage'));
    const page = Number(url.searchParams.get('page') ?? 1);
    const found = newestFirst.filter(({ at, other }) => at <= before && at >= from && (url.searchParams.get('conversationId') ?? other.slice(-6)) === other.slice(-6));
    return { records: found.slice((page - 1) * perPage, page * perPage).map(bodyOf), navigation: found.length > page * perPage ? { nextPage: { uri: 'x' } } : {} };
  };

  return {
    texts,
    asked,
    /** The next answers are these. */
    fail: (...failures: RestFailure[]) => void failing.push(...failures),
    expireTokens: () => void (era += 1),
    comesIn: (text: string, other = maria, at = clock.now()) => add('Inbound', text, other, at),
    standsAt(id: number, status: string): void {
      const found = texts.find((one) => one.id === id);
      if (found) Object.assign(found, { status, modified: clock.now() });
    },
    /** As the instant event tells it. */
    eventOf: (text: StoredText) => ({ ...bodyOf(text), id: String(text.id), conversationId: text.other.slice(-6) }),
    changeOf: (more: object) => ({ extensionId: '101', changes: [{ type: 'SMS', newCount: 0, updatedCount: 0, ...more }] }),
    rest: {
      get: async (path: string) => answer(path),
      put: async (path: string, body: unknown) => {
        asked.push(path);
        const found = texts.find(({ id }) => path.endsWith(`/${id}`));
        if (found) Object.assign(found, { read: (body as { readStatus: string }).readStatus === 'Read', modified: clock.now() });
        return {};
      },
      async post(path: string, body?: unknown) {
        asked.push(path);
        if (path.endsWith('/number-parser/parse')) return { phoneNumbers: (body as { originalStrings: string[] }).originalStrings.map((originalString) => ({ originalString, e164: `+1${originalString.replace(/\D/g, '')}` })) };
        const { to, text } = body as { to: { phoneNumber: string }[]; text: string };
        const failure = failing.shift();
        // Silence may mean that it got there.
        if (failure && failure.status !== 0) throw failure;
        const stored = add('Outbound', text, to[0]?.phoneNumber ?? '');
        if (failure) throw failure;
        return bodyOf(stored);
      },
    },
  };
}
