import type { Message } from '../../../core/messages/message.ts';
import type { TextNews } from '../../../wire/line/texts.ts';
import { within, type Clock } from '../../environment/clock.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { UserPreferences } from '../preferences/preferences.ts';
import { chooseRingingWindow } from '../ringing/choose-ringing-window.ts';
import type { WindowRegistry } from '../windows/registry.ts';
import type { Threads } from './threads.ts';

/** A name that takes longer comes too late: the number is told instead. */
const nameMs = 2_000;
/** More at once are no news. */
const mostNews = 5;

export interface TextNewsTools {
  clock: Clock;
  windows: Pick<WindowRegistry, 'candidates'>;
  preferences: Pick<UserPreferences, 'current'>;
  netsuite: Pick<NetSuiteClient, 'whoIs'>;
  threads: Pick<Threads, 'get'>;
  onChange(): void;
}

/** Which window tells of a text that came in: one of them, once, and only one of a conversation until somebody has read it. */
export function createTextNews({ clock, windows, preferences, netsuite, threads, onChange }: TextNewsTools) {
  let news: TextNews[] = [];
  let signedIn = 0;

  /** NetSuite is asked only where the name is to be shown outside the browser. */
  async function named(from: Message['from']): Promise<Message['from']> {
    if (from.number === '') return from;
    const found = await within(clock, nameMs, 'name', netsuite.whoIs([from.number])).then(({ found: [first] }) => first, () => undefined);
    return found?.kind === 'one' || found?.kind === 'company' ? { ...from, name: found.person.name } : from;
  }

  async function tell(message: Message): Promise<void> {
    const mine = signedIn;
    const awake = windows.candidates().filter((window) => window.awake);
    const soundsIn = chooseRingingWindow(awake, null);
    if (soundsIn === null) return;
    const notifiesIn = preferences.current().notify && !awake.some(({ visible }) => visible) ? soundsIn : null;
    const from = notifiesIn === null ? message.from : await named(message.from);
    if (mine !== signedIn) return;
    const conversation = message.conversationId;
    news = [{ conversation, message: message.id, from, soundsIn, notifiesIn }, ...news.filter((each) => each.conversation !== conversation)].slice(0, mostNews);
    onChange();
  }

  return {
    /** Unread ones that nobody knew of before, oldest first. */
    arrived(messages: readonly Message[]): void {
      const newest = new Map(messages.map((message) => [message.conversationId, message]));
      for (const message of newest.values()) void tell(message);
    },
    /** Only what is still unread. */
    current: (): TextNews[] => news.filter(({ conversation, message }) => threads.get(conversation)?.unread.includes(message)),
    forget(): void {
      signedIn += 1;
      news = [];
    },
  };
}

export type TextNewsOfUser = ReturnType<typeof createTextNews>;
