import type { Account } from '../account/account.ts';
import type { Records } from '../account/records.ts';
import { createMailboxes, type Mailboxes } from './mailboxes.ts';
import type { Attachment, Message, MessageParty } from './message.ts';
import { createMessageSync, type MessageSync } from './message-sync.ts';
import { createTexts, type Texts } from './texts.ts';

/** A message that a caller leaves: sound as base64, whole seconds, and the words where it was transcribed. */
export interface Voicemail { extensionId: string; from: MessageParty; seconds: number; sound?: { contentType: string; content: string }; transcription?: string }

/** Everything in the mailboxes of the account. */
export interface Messages {
  mailboxes: Mailboxes;
  sync: MessageSync;
  texts: Texts;
  leaveVoicemail(voicemail: Voicemail): Message;
  close(): void;
}

/** Half a second of silence, 8 kHz, for a mailbox that nobody recorded anything into. */
function silence(): { contentType: string; content: string } {
  const samples = Buffer.alloc(4000, 0x80);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return { contentType: 'audio/x-wav', content: Buffer.concat([head, samples]).toString('base64') };
}

export function createMessages({ account, records, now, paceMs }: { account: Account; records: Records<Message>; now: () => number; paceMs: number }): Messages {
  const mailboxes = createMailboxes({ records, now });
  const texts = createTexts({ account, mailboxes, paceMs, now });
  return {
    mailboxes,
    sync: createMessageSync({ now }),
    texts,
    leaveVoicemail({ extensionId, from, seconds, sound = silence(), transcription }) {
      const user = account.user(extensionId);
      const recording: Omit<Attachment, 'id'> = { type: 'AudioRecording', vmDuration: seconds, ...sound };
      const words: Omit<Attachment, 'id'>[] = transcription === undefined ? [] : [{ type: 'AudioTranscription', contentType: 'text/plain', content: Buffer.from(transcription).toString('base64') }];
      return mailboxes.add({
        extensionId, type: 'VoiceMail', direction: 'Inbound', readStatus: 'Unread', status: 'Received', from, subject: 'Voice Message',
        to: [{ extensionId, ...(user ? { extensionNumber: user.extensionNumber, ...(user.phoneNumbers[0] === undefined ? {} : { phoneNumber: user.phoneNumbers[0] }) } : {}) }],
        attachments: [recording, ...words], transcription: transcription === undefined ? 'NotAvailable' : 'Completed',
      });
    },
    close: texts.close,
  };
}
