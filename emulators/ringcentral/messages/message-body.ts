import type { Attachment, Message } from './message.ts';

/** Where a message's resources are: `http://host/restapi/v1.0/account/1/extension/2`. */
export type ExtensionAddress = string;

const iso = (time: number): string => new Date(time).toISOString();
const sizeOf = ({ content }: Attachment): number => Buffer.from(content, 'base64').length;

/** A message as REST gives it: ids of messages, attachments and conversations are integers, those of extensions strings. */
export function messageBody(message: Message, owner: ExtensionAddress): Record<string, unknown> {
  const uri = `${owner}/message-store/${message.id}`;
  const { conversationId } = message;
  return {
    uri, id: Number(message.id), extensionId: message.extensionId, type: message.type, direction: message.direction,
    readStatus: message.readStatus, messageStatus: message.status, availability: message.availability, priority: 'Normal', subject: message.subject,
    creationTime: iso(message.createdAt), lastModifiedTime: iso(message.modifiedAt), from: message.from, to: message.to,
    attachments: message.attachments.map((one) => attachmentBody(one, uri, Number)),
    ...(conversationId === undefined ? {} : { conversationId: Number(conversationId), conversation: { id: conversationId, uri: `${owner}/conversation/${conversationId}` } }),
    ...(message.type === 'SMS' && message.direction === 'Outbound' ? { smsSendingAttemptsCount: message.status === 'Queued' ? 0 : 1 } : {}),
    ...(message.deliveredAt === undefined ? {} : { smsDeliveryTime: iso(message.deliveredAt) }),
    ...(message.deliveryErrorCode === undefined ? {} : { deliveryErrorCode: message.deliveryErrorCode }),
    ...(message.transcription === undefined ? {} : { vmTranscriptionStatus: message.transcription }),
  };
}

/** The same message in an event (ringcentral.md 3.8): ids are strings there, except a voicemail's own. */
export function messageEventBody(message: Message, owner: ExtensionAddress): Record<string, unknown> {
  const { conversationId } = message;
  const { uri, extensionId, ...body } = messageBody(message, owner);
  return {
    ...body, id: message.type === 'SMS' ? message.id : Number(message.id), ownerId: extensionId,
    attachments: message.attachments.map((one) => attachmentBody(one, String(uri), String)),
    ...(conversationId === undefined ? {} : { conversationId, conversation: { id: conversationId } }),
  };
}

function attachmentBody(attachment: Attachment, message: string, id: (text: string) => string | number): object {
  const { id: own, type, contentType, fileName, vmDuration } = attachment;
  return {
    id: id(own), uri: `${message}/content/${own}`, type, contentType, size: sizeOf(attachment),
    ...(fileName === undefined ? {} : { fileName }), ...(vmDuration === undefined ? {} : { vmDuration }),
  };
}
