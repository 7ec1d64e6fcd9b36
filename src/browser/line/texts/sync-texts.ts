import * as v from 'valibot';
import type { Clock } from '../../environment/clock.ts';
import { createBackOff } from '../back-off.ts';
import type { Rest } from '../oauth/rest.ts';
import type { LineTimings } from '../timings.ts';
import type { KeptThreads, SyncMark } from './kept-threads.ts';
import { readText, type ReportedText } from '../../../wire/messages/reported-text.ts';
import { restTrouble } from './rest-trouble.ts';

const own = '/restapi/v1.0/account/~/extension/~';
/** RingCentral gives at most so many records at once. */
const mostRecords = 250;
/** A screen shows this much without asking for older ones. */
const shownMs = 30 * 86_400_000;
/** Further back nothing is logged that was missed. */
const longestGapMs = 30 * 86_400_000;
/** Whoever connects for the first time in this browser has the texts of the last day logged. */
const firstLogMs = 86_400_000;

const Synced = v.object({ records: v.array(v.unknown()), syncInfo: v.object({ syncToken: v.string(), syncTime: v.optional(v.string()), olderRecordsExist: v.optional(v.boolean(), false) }) });
const Page = v.object({ records: v.array(v.unknown()), navigation: v.optional(v.object({ nextPage: v.nullish(v.object({ uri: v.optional(v.string()) })) })) });

/** `refused`: this user or the company's app may not read messages. */
export type SyncState = 'loading' | 'current' | 'stale' | 'refused';

export interface SyncTextsTools {
  clock: Clock;
  random: () => number;
  timings: Pick<LineTimings, 'textSyncQuietMs' | 'textSyncGapMs' | 'gatewayRetryMs' | 'longestRetryMs'>;
  /** null: not signed in. */
  rest(): Pick<Rest, 'get'> | null;
  extensionId(): string | null;
  kept: Pick<KeptThreads, 'mark' | 'writeMark'>;
  /** `logFrom`: epoch ms; older ones are only shown. Settles when what has to outlive this line does. */
  take(texts: ReportedText[], logFrom: number): Promise<void>;
  onState(state: SyncState): void;
}

const texts = (records: unknown[]): ReportedText[] => records.flatMap((record) => readText(record) ?? []);
const timeOf = (text: string | undefined, otherwise: number): number => (text === undefined || Number.isNaN(Date.parse(text)) ? otherwise : Date.parse(text));

/**
 * Brings what changed in RingCentral's message store since the last time, however long ago: by its token, and anew where the
 * token is too old. One look at a time; it rests between two, since light requests are limited to 50 a minute.
 */
export function createSyncTexts({ clock, random, timings, rest, extensionId, kept, take, onState }: SyncTextsTools) {
  const backOff = createBackOff(timings.gatewayRetryMs, timings.longestRetryMs, random);
  let running: Promise<boolean> | null = null;
  let again = false;
  let waiting = false;
  let lastAt = -Infinity;
  let closed = false;
  let cancel = (): void => undefined;

  async function page(from: Pick<Rest, 'get'>, path: string, logFrom: number): Promise<void> {
    for (let number = 1; ; number += 1) {
      const { records, navigation } = v.parse(Page, await from.get(`${path}&perPage=${mostRecords}&page=${number}`));
      await take(texts(records), logFrom);
      if (!navigation?.nextPage || records.length === 0) return;
    }
  }

  async function anew(from: Pick<Rest, 'get'>, me: string, mark: SyncMark | null): Promise<void> {
    const now = clock.now();
    // A minute of overlap: clocks differ, and the same text twice is the same text.
    const logFrom = mark?.syncedAt ? Math.max(mark.syncedAt - 60_000, now - longestGapMs) : now - firstLogMs;
    const dateFrom = new Date(Math.min(logFrom, now - shownMs)).toISOString();
    const { records, syncInfo } = v.parse(Synced, await from.get(`${own}/message-sync?syncType=FSync&messageType=SMS&recordCount=${mostRecords}&dateFrom=${encodeURIComponent(dateFrom)}`));
    const found = texts(records);
    await take(found, logFrom);
    const oldest = Math.min(...found.map(({ message }) => message.at));
    if (syncInfo.olderRecordsExist && records.length >= mostRecords && oldest > logFrom) {
      await page(from, `${own}/message-store?messageType=SMS&dateFrom=${encodeURIComponent(new Date(logFrom).toISOString())}&dateTo=${encodeURIComponent(new Date(oldest).toISOString())}`, logFrom);
    }
    await kept.writeMark({ extensionId: me, token: syncInfo.syncToken, syncedAt: timeOf(syncInfo.syncTime, now) });
  }

  async function look(): Promise<void> {
    const from = rest();
    const me = extensionId();
    if (!from || me === null) return;
    const mark = await kept.mark(me);
    if (mark?.token) {
      try {
        const { records, syncInfo } = v.parse(Synced, await from.get(`${own}/message-sync?syncType=ISync&syncToken=${encodeURIComponent(mark.token)}`));
        await take(texts(records), 0);
        await kept.writeMark({ extensionId: me, token: syncInfo.syncToken, syncedAt: timeOf(syncInfo.syncTime, clock.now()) });
        return;
      } catch (failure) {
        // MSG-333: too old, or too much has changed.
        if (restTrouble(failure)?.status !== 400) throw failure;
      }
    }
    await anew(from, me, mark);
  }

  /** true: RingCentral has told everything. */
  async function run(): Promise<boolean> {
    waiting = false;
    again = false;
    lastAt = clock.now();
    try {
      await look();
      backOff.reset();
      if (rest() === null) return false;
      onState('current');
      return true;
    } catch (failure) {
      const kind = restTrouble(failure)?.kind;
      if (closed || kind === 'signed-out') return false;
      onState(kind === 'refused' ? 'refused' : 'stale');
      if (kind !== 'refused') after(backOff.next());
      return false;
    }
  }

  function after(milliseconds: number): void {
    cancel();
    waiting = true;
    cancel = clock.after(milliseconds, () => void now());
  }

  /** true: what RingCentral had at this moment is known now; false: it could not be asked. */
  async function now(): Promise<boolean> {
    // One that is under way may have been answered before this moment.
    if (running) await running;
    if (closed) return false;
    cancel();
    running ??= run().finally(() => {
      running = null;
      if (again) soon();
    });
    return running;
  }

  function soon(): void {
    if (closed || waiting) return;
    if (running) {
      again = true;
      return;
    }
    after(Math.max(timings.textSyncQuietMs, lastAt + timings.textSyncGapMs - clock.now()));
  }

  return {
    /** Something has changed there. */
    soon,
    now,
    stop(): void {
      cancel();
      waiting = false;
      again = false;
    },
    async close(): Promise<void> {
      closed = true;
      cancel();
      await running;
    },
  };
}

export type SyncTexts = ReturnType<typeof createSyncTexts>;
