import { invalidParameter, PlatformError } from '../http/platform-error.ts';
import type { Message } from './message.ts';
import { readMessageQuery } from './message-query.ts';

/** A sync answers at most so many records; more changes since a token, and the client has to start over. */
const mostRecords = 250;
/** Milliseconds by which an answer overlaps the one before. */
const overlap = 5_000;
/** A token is good for so long. */
const tokenLife = 7 * 86_400_000;

export interface SyncAnswer { records: Message[]; syncInfo: { syncType: 'FSync' | 'ISync'; syncToken: string; syncTime: string; olderRecordsExist: boolean } }

const startOver = (): PlatformError => new PlatformError(400, 'MSG-333', 'Sync token is invalid or too old, use FSync to start over');

/** What a token stands for: a moment, and the types and directions that were asked for then. */
interface Token { extensionId: string; at: number; query: string; era: number }

/** Synchronisation of one extension's messages (ringcentral.md 2.8). */
export function createMessageSync({ now }: { now: () => number }) {
  let era = 0;

  const write = (token: Token): string => Buffer.from(JSON.stringify(token)).toString('base64url');
  function read(text: string, extensionId: string): Token {
    try {
      const token = JSON.parse(Buffer.from(text, 'base64url').toString()) as Token;
      if (token.extensionId === extensionId && token.era === era && token.at > now() - tokenLife) return token;
    } catch {
      // As good as an old one.
    }
    throw startOver();
  }

  return {
    /** `messages`: the extension's, oldest first. Throws MSG-333 when the client has to start over with FSync. */
    answer(extensionId: string, messages: Message[], query: URLSearchParams): SyncAnswer {
      const at = now();
      const token = query.get('syncToken');
      const syncType = query.get('syncType') ?? (token === null ? 'FSync' : 'ISync');
      if (syncType === 'ISync') {
        if (token === null) throw invalidParameter('syncToken');
        const { at: since, query: filters } = read(token, extensionId);
        const asked = new URLSearchParams(filters);
        asked.set('dateFrom', new Date(0).toISOString());
        for (const availability of ['Alive', 'Deleted', 'Purged']) asked.append('availability', availability);
        // Deleted ones too: the client has them still.
        const changed = readMessageQuery(asked, { others: [], now: at })(messages).filter(({ modifiedAt }) => modifiedAt >= since - overlap);
        if (changed.length > mostRecords) throw startOver();
        return { records: changed, syncInfo: { syncType, syncToken: write({ extensionId, at, query: filters, era }), syncTime: new Date(at).toISOString(), olderRecordsExist: false } };
      }
      if (syncType !== 'FSync') throw invalidParameter('syncType');
      const count = query.get('recordCount');
      if (count !== null && !/^[1-9]\d{0,5}$/.test(count)) throw invalidParameter('recordCount');
      const found = readMessageQuery(query, { others: ['recordCount', 'syncType', 'syncToken'], refused: ['readStatus', 'availability', 'phoneNumber'], now: at })(messages);
      const records = found.slice(0, Math.min(mostRecords, Number(count ?? mostRecords)));
      const filters = new URLSearchParams([...query].filter(([name]) => name === 'messageType' || name === 'direction' || name === 'conversationId')).toString();
      const oldest = records.at(-1);
      return {
        records,
        syncInfo: {
          syncType, syncToken: write({ extensionId, at, query: filters, era }), syncTime: new Date(at).toISOString(),
          olderRecordsExist: found.length > records.length || messages.some(({ createdAt, availability }) => availability === 'Alive' && createdAt < (oldest?.createdAt ?? at)),
        },
      };
    },
    /** Every token given so far is too old now. */
    expireTokens: (): void => void (era += 1),
  };
}

export type MessageSync = ReturnType<typeof createMessageSync>;
