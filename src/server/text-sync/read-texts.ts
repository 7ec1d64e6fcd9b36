import type { Message } from '../../core/messages/message.ts';
import { SyncTokenEnded, type CompanyApi } from '../ringcentral/company-api.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { firstTexts, nextTexts, textPage, type AnsweredTexts, type ChangedTexts } from './company-messages.ts';
import type { TextCursor } from './text-cursor-state.ts';

/** How far a text got is told late: so much is looked back over a gap. */
const lookBackMs = 3_600_000;

export interface ReadTools {
  api: CompanyApi;
  /** RingCentral's number of the company whose calls are logged; null: not known yet. Another one's texts are not taken. */
  company: string | null;
  /** Light requests that may still be made; asked before each. */
  mayAsk(): boolean;
  take(messages: readonly Message[]): void;
}

/** How far it came, and why no further. */
export interface TextProgress { cursor: TextCursor; failure: SyncFailure | null }

/** Asks what is new in one extension's mailbox: changes first, then what is left of earlier spans, page by page. A failure ends it; what was read before stays. */
export function readTexts(extensionId: string, cursor: TextCursor, since: number, now: number, tools: ReadTools): TextProgress {
  let at = cursor;
  try {
    if (tools.mayAsk()) at = readChanges(extensionId, at, since, now, tools);
    for (let [stretch] = at.stretches; stretch !== undefined && tools.mayAsk(); [stretch] = at.stretches) {
      const answer = textPage(tools.api, extensionId, stretch);
      const { last } = answer;
      tools.take(own(answer, tools));
      const others = at.stretches.slice(1);
      at = { ...at, stretches: last ? others : [{ ...stretch, page: stretch.page + 1 }, ...others] };
    }
    return { cursor: at, failure: null };
  } catch (failure) {
    if (failure instanceof SyncFailure) return { cursor: at, failure };
    throw failure;
  }
}

function own({ messages, company }: AnsweredTexts, tools: Pick<ReadTools, 'company'>): Message[] {
  if (tools.company !== null && company !== null && company !== tools.company) throw new SyncFailure('OTHER_COMPANY');
  return messages;
}

function readChanges(extensionId: string, cursor: TextCursor, since: number, now: number, tools: ReadTools): TextCursor {
  const { api, mayAsk, take } = tools;
  const taken = (answer: ChangedTexts, from: number): TextCursor => {
    const { token, whole } = answer;
    take(own(answer, tools).filter(({ at }) => at >= since));
    const next = { ...cursor, from: Math.min(since, cursor.from ?? since), changes: { token, at: now } };
    const earlier = cursor.from !== null && since < cursor.from ? [{ from: since, to: cursor.from, page: 1 }] : [];
    return { ...next, stretches: [...(whole ? [] : [{ from, to: now, page: 1 }]), ...next.stretches, ...earlier] };
  };
  if (cursor.changes === null) return taken(firstTexts(api, extensionId, since), since);
  const gap = Math.max(since, cursor.changes.at - lookBackMs);
  try {
    return taken(nextTexts(api, extensionId, cursor.changes.token), gap);
  } catch (failure) {
    if (!(failure instanceof SyncTokenEnded)) throw failure;
    return mayAsk() ? taken(firstTexts(api, extensionId, gap), gap) : cursor;
  }
}
