import type { CommandResult } from '../../../wire/line/commands.ts';
import type { TextCounts, TextOrder } from '../../../wire/line/texts.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { CallerIds } from '../account/me.ts';
import type { Rest } from '../oauth/rest.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Sealed } from '../store/sealed.ts';
import type { LineTimings } from '../timings.ts';
import { textDraftId } from '../outbox/draft.ts';
import { createKeptThreads } from './kept-threads.ts';
import { createLogTexts } from './log-texts.ts';
import { createOutgoing } from './outgoing.ts';
import { readText, type ReportedText } from '../../../wire/messages/reported-text.ts';
import { readStoreChange } from './store-change.ts';
import { createKeptPictures } from './pictures/kept-pictures.ts';
import { createPictures, type PicturesTools } from './pictures/pictures.ts';
import { createSendText } from './send-text.ts';
import { createSyncTexts, type SyncState } from './sync-texts.ts';
import { createTextNews, type TextNewsTools } from './text-news.ts';
import { createTextOrders, type TextOrderTools } from './text-orders.ts';
import { createThreads } from './threads.ts';

declare const __RCNS_VERSION__: string;
export const version = __RCNS_VERSION__;

export interface TextsTools {
  environment: Pick<LineEnvironment, 'clock' | 'random'>;
  timings: LineTimings;
  sealed: Sealed;
  /** Under which all of them are kept: one per account and user of this browser profile. */
  name: string;
  /** The same for how far they are known, which is no secret and outlives a sign-in. */
  markName: string;
  outbox: Pick<Outbox, 'keepText' | 'closeTexts' | 'written' | 'isOpen' | 'logged'>;
  /** Settles when the outbox knows what earlier lines left in it. */
  outboxRead(): Promise<unknown>;
  /** The company keeps pictures of texts as files. */
  keepsPictures(): boolean;
  /** null: not signed in. */
  rest(): Rest | null;
  /** A file of RingCentral's by its address. */
  download: TextOrderTools['download'];
  extensionId(): string | null;
  /** Numbers of this user that may send texts. */
  senders(): CallerIds;
  windows: TextNewsTools['windows'];
  preferences: TextNewsTools['preferences'];
  netsuite: TextNewsTools['netsuite'] & PicturesTools['netsuite'];
  onChange(): void;
}

/** The texts of a user: composes the parts. Knows nothing of calls. */
export function createTexts({ environment, timings, sealed, name, markName, outbox, outboxRead, keepsPictures, rest, download, extensionId, senders, windows, preferences, netsuite, onChange }: TextsTools) {
  const { clock, random } = environment;
  let revision = 0;
  let state: SyncState = 'loading';
  let awake = false;
  let cancelWait = (): void => undefined;
  const changed = (): void => {
    revision += 1;
    onChange();
  };

  const kept = createKeptThreads({ sealed, name: `${name}-thread`, markName });
  const threads = createThreads({ kept, onChange: changed });
  const outgoing = createOutgoing({ sealed, name: `${name}-outgoing`, onChange: changed });
  const news = createTextNews({ clock, windows, preferences, netsuite, threads, onChange });
  const log = createLogTexts({ clock, timings, outbox, extensionId });
  /** Acknowledged, or discarded: nothing of it waits in the outbox. */
  const isUnsaved = (messageId: string): boolean => outbox.isOpen(textDraftId(messageId)) || outbox.logged(textDraftId(messageId)) !== null;
  const pictures = createPictures({ environment, timings, kept: createKeptPictures({ sealed, name: `${markName}:picture` }), netsuite, download, wanted: keepsPictures, extensionId, isUnsaved, onChange });
  /** What has to be logged lies in the outbox before anything else is remembered of it. */
  async function take(texts: ReportedText[], logFrom = 0): Promise<void> {
    const { changed, arrived, keep } = threads.apply(texts);
    const logged = changed.filter(({ at }) => at >= logFrom);
    log.add(logged);
    pictures.add(logged);
    // What a line finds at its first look came while nobody was there: the counts tell of it.
    if (logFrom === 0 && state !== 'loading') news.arrived(arrived);
    await Promise.all([outbox.written(), pictures.written()]);
    keep();
  }
  const sync = createSyncTexts({ clock, random, timings, rest, extensionId, kept, take, onState: (next) => {
    if (state === next) return;
    state = next;
    changed();
    pictures.look();
  } });
  const sendText = createSendText({ clock, rest, senders: () => senders().map(({ number }) => number), threads, outgoing, sync, take });
  const orders = createTextOrders({ rest, download, senders, threads, outgoing, sendText, pictures, takeOlder: (texts) => threads.apply(texts, { older: true }).keep() });
  const read = Promise.all([threads.read(), outgoing.read(), outboxRead().then(pictures.read)]).catch(() => undefined);

  return {
    /** null: not signed in, or texts may not be read. */
    counts: (): TextCounts | null => (awake && state !== 'refused' ? { unread: threads.unread(), revision, store: state, news: news.current(), pictures: pictures.counts() } : null),
    order: async (order: TextOrder): Promise<CommandResult> => {
      await read;
      return orders(order);
    },
    /** Somebody is signed in. Events bring the first look; without them it comes a little later. */
    wake(): void {
      awake = true;
      onChange();
      cancelWait();
      cancelWait = clock.after(timings.textsWithoutEventsMs, sync.soon);
    },
    /** The body of any event. */
    hear(body: unknown): void {
      const text = readText(body);
      if (text) return void read.then(() => take([text]));
      const change = readStoreChange(body);
      // An inbound one comes by itself as well, moments before or after.
      if (change) clock.after(change.others ? 0 : timings.textSyncQuietMs, () => change.others || !change.newTexts.every(threads.knows) ? sync.soon() : undefined);
    },
    /** Events are there (again): what came before them has to be asked for. */
    lookAround(): void {
      cancelWait();
      void read.then(sync.now);
    },
    tryNow(): void {
      pictures.tryNow();
      if (awake) void read.then(sync.now);
    },
    /** A message may be in NetSuite now: its pictures follow. */
    outboxChanged: pictures.look,
    /** The last page is gone. */
    pagesGone: (): void => log.sendAll(),
    /** Nobody is signed in any more. */
    forget(): void {
      awake = false;
      state = 'loading';
      cancelWait();
      sync.stop();
      log.sendAll();
      threads.forget();
      news.forget();
      outgoing.forget();
      onChange();
    },
    async close(): Promise<void> {
      cancelWait();
      log.close();
      await sync.close();
      await pictures.close();
    },
  };
}

export type Texts = ReturnType<typeof createTexts>;
