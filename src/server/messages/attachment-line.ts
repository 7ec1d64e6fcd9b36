import type { Attachment } from '../../core/messages/message.ts';

/** What stands between RingCentral's address of an attachment and that of its file in NetSuite. */
const inCabinet = ' in the File Cabinet: ';
const sizeText = (size: number | null): string => (size === null ? '' : `, ${Math.max(1, Math.round(size / 1024))} KB`);
/** What a sender called it must not look like the next line. */
const oneLine = (text: string): string => text.replace(/[\s\u0085]+/g, ' ').trim();

/** One attachment as a line of its message's record. */
export const attachmentLine = ({ name, type, size, url }: Attachment): string => `${oneLine(name) || 'attachment'} (${oneLine(type)}${sizeText(size)}) ${url}`;

/** What such a line says. */
export interface AttachmentLine {
  /** Media type as RingCentral said it; '' where it did not. */
  type: string;
  /** At RingCentral. */
  url: string;
  /** Of its file in NetSuite; null: it has none. */
  file: string | null;
}

/** null: no line of ours. A sender's name for it may hold anything, so it is read from its end. */
export function readAttachmentLine(line: string): AttachmentLine | null {
  const read = /^.* \(([^()]*)\) (https?:\/\/\S+)(?: in the File Cabinet: (\S+))?$/i.exec(line);
  return read ? { type: (read[1] ?? '').split(',')[0]?.trim().toLowerCase() ?? '', url: read[2] ?? '', file: read[3] ?? null } : null;
}

/** RingCentral's address of a message's attachment ends in the attachment's id. */
export const isOfAttachment = ({ url }: AttachmentLine, attachmentId: string): boolean => /\/content\/(\d+)(?:[?#]|$)/.exec(url)?.[1] === attachmentId;

export const withFile = (line: string, address: string): string => `${line}${inCabinet}${address}`;
