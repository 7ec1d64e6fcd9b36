import type { Account, User } from '../account/account.ts';
import { fullName } from '../account/account.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Attachment, Message, MessageParty, MessageStatus } from './message.ts';

/** What becomes of texts to a number outside: they arrive, do not arrive, cannot even be sent, or are on their way without end. */
export type HowTextsArrive = 'deliver' | 'fail' | 'cannot-send' | 'stay';

export type Picture = Pick<Attachment, 'contentType' | 'content'> & { fileName?: string };

/** A text as its sender writes it. Numbers are E.164. */
export interface Text { from: MessageParty & { phoneNumber: string }; to: string[]; text: string; pictures: Picture[] }

/** Texts between extensions and the world, and between extensions. */
export interface Texts {
  /** From an extension: queued, then sent, then what the receivers' numbers do. */
  send(sender: User, text: Text): Message;
  /** From outside, into the mailbox of every extension among `to`; those messages. */
  receive(text: Text): Message[];
  setArrival(phoneNumber: string, how: HowTextsArrive): void;
  arrivals(): { phoneNumber: string; how: HowTextsArrive }[];
  /** Milliseconds between Queued, Sent and what follows. */
  setPace(milliseconds: number): void;
  close(): void;
}

/** Carriers' code for a number that no message reaches. */
const unreachable = 'SMS-RC-410';
const cannotBeSent = 'SMS-UP-430';

export function createTexts({ account, mailboxes, paceMs, now }: { account: Account; mailboxes: Mailboxes; paceMs: number; now: () => number }): Texts {
  const arrivals = new Map<string, HowTextsArrive>();
  const timers = new Set<NodeJS.Timeout>();
  let pace = paceMs;

  function later(what: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      what();
    }, pace);
    timers.add(timer);
  }
  const userOf = (phoneNumber: string): User | undefined => account.users().find((user) => user.phoneNumbers.includes(phoneNumber));
  const partyOf = (phoneNumber: string): MessageParty => {
    const user = userOf(phoneNumber);
    return { phoneNumber, ...(user ? { name: fullName(user), extensionId: user.id, extensionNumber: user.extensionNumber } : {}) };
  };
  const attachmentsOf = ({ text, pictures }: Text): Omit<Attachment, 'id'>[] => [
    { type: 'Text', contentType: 'text/plain', content: Buffer.from(text).toString('base64') },
    ...pictures.map((picture) => ({ ...picture, type: 'MmsAttachment' as const })),
  ];
  /** One status for all of them: the worst, since the message failed for somebody. */
  const together = (each: MessageStatus[]): MessageStatus => (['SendingFailed', 'DeliveryFailed', 'Queued', 'Sent'] as const).find((status) => each.includes(status)) ?? 'Delivered';

  function receive(text: Text): Message[] {
    const users = text.to.map(userOf);
    const from = { ...partyOf(text.from.phoneNumber), ...text.from };
    return users.flatMap((user) => (user && user.features.texts ? [mailboxes.add({
      extensionId: user.id, type: 'SMS', direction: 'Inbound', readStatus: 'Unread', status: 'Received', from, subject: text.text, attachments: attachmentsOf(text),
      to: text.to.map((number) => ({ ...partyOf(number), ...(user.phoneNumbers.includes(number) ? { target: true } : {}) })),
    })] : []));
  }

  function arrive({ id, to }: Message, text: Text): void {
    const status: Record<HowTextsArrive, MessageStatus> = { deliver: 'Delivered', fail: 'DeliveryFailed', 'cannot-send': 'SendingFailed', stay: 'Sent' };
    const each = to.map((party) => ({ ...party, messageStatus: status[arrivals.get(party.phoneNumber ?? '') ?? 'deliver'] }));
    const whole = together(each.map(({ messageStatus }) => messageStatus));
    mailboxes.change(id, {
      to: each, status: whole,
      ...(whole === 'DeliveryFailed' ? { deliveryErrorCode: unreachable } : whole === 'SendingFailed' ? { deliveryErrorCode: cannotBeSent } : {}),
      ...(whole === 'Delivered' ? { deliveredAt: now() } : {}),
    });
    receive(text);
  }

  return {
    send(sender, text) {
      const message = mailboxes.add({
        extensionId: sender.id, type: 'SMS', direction: 'Outbound', readStatus: 'Read', status: 'Queued', subject: text.text, attachments: attachmentsOf(text),
        from: partyOf(text.from.phoneNumber), to: text.to.map((number) => ({ ...partyOf(number), messageStatus: 'Queued' as const })),
      });
      later(() => {
        const sent = mailboxes.change(message.id, { status: 'Sent', to: message.to.map((party) => ({ ...party, messageStatus: 'Sent' as const })) });
        if (sent) later(() => arrive(sent, text));
      });
      return message;
    },
    receive,
    setArrival: (phoneNumber, how) => void arrivals.set(phoneNumber, how),
    arrivals: () => [...arrivals].map(([phoneNumber, how]) => ({ phoneNumber, how })),
    setPace: (milliseconds) => void (pace = milliseconds),
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
