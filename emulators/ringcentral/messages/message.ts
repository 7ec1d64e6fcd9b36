/** Ids are decimal strings here, integers in REST, strings in events; numbers are E.164; times are epoch milliseconds. */
export type MessageType = 'SMS' | 'VoiceMail';
export type MessageStatus = 'Queued' | 'Sent' | 'Delivered' | 'DeliveryFailed' | 'SendingFailed' | 'Received';
export type Availability = 'Alive' | 'Deleted' | 'Purged';
export type ReadStatus = 'Read' | 'Unread';

/** Somebody a message is from or to; an extension where it is one of ours. */
export interface MessageParty {
  phoneNumber?: string;
  name?: string;
  extensionId?: string;
  extensionNumber?: string;
  /** Of a message to several: this one is the owner of the mailbox. */
  target?: boolean;
  /** Of each receiver of a sent message. */
  messageStatus?: MessageStatus;
}

export interface Attachment {
  id: string;
  type: 'Text' | 'MmsAttachment' | 'AudioRecording' | 'AudioTranscription';
  contentType: string;
  fileName?: string;
  /** Seconds, of an AudioRecording. */
  vmDuration?: number;
  /** Base64; the text itself is kept in the message. */
  content: string;
}

/** One message in one extension's mailbox (ringcentral.md 2.8). */
export interface Message {
  id: string;
  extensionId: string;
  type: MessageType;
  direction: 'Inbound' | 'Outbound';
  readStatus: ReadStatus;
  availability: Availability;
  status: MessageStatus;
  /** Texts only. */
  conversationId?: string;
  from: MessageParty;
  to: MessageParty[];
  /** The text; of a voicemail, RingCentral's own subject. */
  subject: string;
  attachments: Attachment[];
  createdAt: number;
  modifiedAt: number;
  deliveryErrorCode?: string;
  deliveredAt?: number;
  transcription?: 'NotAvailable' | 'Completed';
}

/** What a mailbox is given; the rest is the mailbox's to say. */
export type NewMessage = Omit<Message, 'id' | 'conversationId' | 'availability' | 'createdAt' | 'modifiedAt' | 'attachments'> & { attachments: Omit<Attachment, 'id'>[] };
