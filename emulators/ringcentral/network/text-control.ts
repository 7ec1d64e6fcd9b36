import type { Account } from '../account/account.ts';
import type { Message } from '../messages/message.ts';
import type { Messages, Voicemail } from '../messages/messages.ts';
import type { HowTextsArrive, Picture } from '../messages/texts.ts';
import { SimulatorError } from '../telephony/contract.ts';
import { e164 } from './e164.ts';

/** One text as the person outside has it. `status`: how far one of ours has come. */
export interface OutsideText { id: string; way: 'to-them' | 'from-them'; companyNumber: string; text: string; at: number; status: string; pictures: { id: string; contentType: string }[] }

/** A phone outside, and what was written to and from it, newest first. */
export interface OutsidePhone { phoneNumber: string; texts: OutsideText[] }

/** What people outside do with texts. Extensions are named by id, extension number or one of their numbers. */
export interface TextControl {
  /** Several `to` are a group text. */
  textIn(text: { from: { phoneNumber: string; name?: string }; to: string[]; text: string; pictures?: Picture[] }): Message[];
  /** Of texts from now on; those under way too, while they have not arrived. */
  setArrival(phoneNumber: string, how: HowTextsArrive): void;
  /** What has arrived at that phone, oldest first. */
  textsGotBy(phoneNumber: string): { from: string; text: string; pictures: Picture[] }[];
  /** Milliseconds between two delivery states. */
  setPace(milliseconds: number): void;
  leaveVoicemail(voicemail: Omit<Voicemail, 'extensionId'> & { to: string }): Message;
  /** Whoever synchronises messages has to start over. */
  expireSyncTokens(): void;
  /** Newest first, as /network shows them. */
  phones(): OutsidePhone[];
  arrivals(): { phoneNumber: string; how: HowTextsArrive }[];
  picture(messageId: string, attachmentId: string): { contentType: string; bytes: Buffer } | undefined;
}

/** As many of a phone's texts, and as many phones, are shown. */
const mostShown = 30;

export function createTextControl({ account, messages, idOf }: { account: Account; messages: Messages; idOf: (extension: string) => string }): TextControl {
  const { mailboxes, texts } = messages;

  function numberOf(extension: string): string {
    if (account.users().some(({ phoneNumbers }) => phoneNumbers.includes(extension))) return extension;
    const number = account.user(idOf(extension))?.phoneNumbers[0];
    if (number === undefined) throw new SimulatorError('This extension has no number of its own.');
    return number;
  }
  const isOurs = (number: string): boolean => account.users().some(({ phoneNumbers }) => phoneNumbers.includes(number));

  function shown({ id, direction, from, to, subject, createdAt, status, attachments }: Message, phoneNumber: string): OutsideText {
    const inbound = direction === 'Inbound';
    const own = inbound ? to.find(({ target }) => target === true) : from;
    const they = to.find((party) => party.phoneNumber === phoneNumber);
    return {
      id, way: inbound ? 'from-them' : 'to-them', companyNumber: own?.phoneNumber ?? '', text: subject, at: createdAt, status: they?.messageStatus ?? status,
      pictures: attachments.filter(({ type }) => type === 'MmsAttachment').map((one) => ({ id: one.id, contentType: one.contentType })),
    };
  }

  return {
    textIn({ from, to, text, pictures = [] }) {
      if (to.length === 0) throw new SimulatorError('Say to whom the text goes.');
      if (text === '' && pictures.length === 0) throw new SimulatorError('Write something, or choose a picture.');
      const got = texts.receive({ from: { ...from, phoneNumber: e164(from.phoneNumber) }, to: to.map((one) => (one.startsWith('+') ? e164(one) : numberOf(one))), text, pictures });
      if (got.length === 0) throw new SimulatorError('Nobody of the company gets texts at these numbers.');
      return got;
    },
    setArrival: (phoneNumber, how) => texts.setArrival(e164(phoneNumber), how),
    textsGotBy(phoneNumber) {
      const number = e164(phoneNumber);
      return mailboxes.all()
        .filter(({ direction, to }) => direction === 'Outbound' && to.some((party) => party.phoneNumber === number && party.messageStatus === 'Delivered'))
        .map(({ from, subject, attachments }) => ({ from: from.phoneNumber ?? '', text: subject, pictures: attachments.filter(({ type }) => type === 'MmsAttachment') }));
    },
    setPace: texts.setPace,
    leaveVoicemail: ({ to, ...voicemail }) => messages.leaveVoicemail({ ...voicemail, extensionId: idOf(to) }),
    expireSyncTokens: messages.sync.expireTokens,
    phones() {
      const phones = new Map<string, OutsideText[]>();
      for (const message of mailboxes.all().toReversed()) {
        if (message.type !== 'SMS') continue;
        const others = message.direction === 'Inbound' ? [message.from] : message.to;
        for (const { phoneNumber } of others) {
          if (phoneNumber === undefined || isOurs(phoneNumber)) continue;
          const of = phones.get(phoneNumber) ?? [];
          phones.set(phoneNumber, of);
          if (of.length < mostShown) of.push(shown(message, phoneNumber));
        }
      }
      return [...phones].slice(0, mostShown).map(([phoneNumber, ofPhone]) => ({ phoneNumber, texts: ofPhone }));
    },
    arrivals: texts.arrivals,
    picture(messageId, attachmentId) {
      const found = mailboxes.all().find(({ id }) => id === messageId)?.attachments.find(({ id, type }) => id === attachmentId && type === 'MmsAttachment');
      return found && { contentType: found.contentType, bytes: Buffer.from(found.content, 'base64') };
    },
  };
}
