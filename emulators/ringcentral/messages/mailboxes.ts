import type { Records } from '../account/records.ts';
import type { Message, MessageParty, NewMessage } from './message.ts';

/** What became of a message: it is new in its mailbox, or another one than before. */
export interface MailboxChange { what: 'new' | 'updated'; message: Message }

/** The messages of all extensions; every change goes to the file at once and is told. */
export interface Mailboxes {
  add(message: NewMessage): Message;
  /** Oldest first; of every extension where none is named. */
  all(extensionId?: string): Message[];
  /** undefined: not there, or another extension's. */
  get(extensionId: string, id: string): Message | undefined;
  change(id: string, change: Partial<Message>): Message | undefined;
  onChange(listener: (change: MailboxChange) => void): void;
}

/** Ids of the real service are long and grow by some steps; the first one of an empty store. */
const firstId = 1_724_099_032_020;

/** `now` in epoch milliseconds. */
export function createMailboxes({ records, now }: { records: Records<Message>; now: () => number }): Mailboxes {
  const listeners: ((change: MailboxChange) => void)[] = [];
  let lastId = records.all().reduce((highest, { attachments, id }) => Math.max(highest, Number(id), ...attachments.map((one) => Number(one.id))), firstId);
  const nextId = (): string => String((lastId += 4));
  const tell = (change: MailboxChange): void => listeners.forEach((listener) => listener(change));

  /** One conversation for the same numbers of the same extension, whoever writes. */
  function conversationOf(message: NewMessage): string {
    const key = keyOf(message);
    const known = records.all().find((one) => one.extensionId === message.extensionId && one.conversationId !== undefined && keyOf(one) === key);
    return known?.conversationId ?? nextId();
  }

  return {
    add(given) {
      const id = nextId();
      const message: Message = {
        ...given, id, availability: 'Alive', createdAt: now(), modifiedAt: now(),
        ...(given.type === 'SMS' ? { conversationId: conversationOf(given) } : {}),
        // The text is an attachment too, under the message's own id.
        attachments: given.attachments.map((one) => ({ ...one, id: one.type === 'Text' ? id : nextId() })),
      };
      records.put(id, message);
      tell({ what: 'new', message });
      return message;
    },
    all: (extensionId) => records.all().filter((message) => extensionId === undefined || message.extensionId === extensionId).sort((a, b) => a.createdAt - b.createdAt || Number(a.id) - Number(b.id)),
    get(extensionId, id) {
      const message = records.get(id);
      return message?.extensionId === extensionId ? message : undefined;
    },
    change(id, change) {
      const before = records.get(id);
      if (!before) return undefined;
      const message = { ...before, ...change, modifiedAt: now() };
      records.put(id, message);
      tell({ what: 'updated', message });
      return message;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function keyOf({ from, to, direction }: Pick<Message, 'from' | 'to' | 'direction'>): string {
  const number = (party: MessageParty): string => party.phoneNumber ?? '';
  const others = direction === 'Outbound' ? to : [from, ...to.filter(({ target }) => target !== true)];
  const own = direction === 'Outbound' ? from : to.find(({ target }) => target === true);
  return [own ? number(own) : '', ...[...new Set(others.map(number))].sort()].join(' ');
}
