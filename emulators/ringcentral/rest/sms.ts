import type { Account } from '../account/account.ts';
import { json, type Answer } from '../http/answer.ts';
import { readParts, type Part } from '../http/multipart.ts';
import { invalidParameter, NotEmulated, PlatformError } from '../http/platform-error.ts';
import { messageBody } from '../messages/message-body.ts';
import type { Messages } from '../messages/messages.ts';
import type { Picture } from '../messages/texts.ts';
import { extensionUri } from './extension.ts';
import { extensionPath, readObject, type Operation, type RestCall } from './operation.ts';

/** Limits of one message: characters, attachments, bytes of all attachments, receivers. */
const longestText = 1_000;
const mostAttachments = 10;
const mostBytes = 1_500_000;
const mostReceivers = 10;
const sendable = /^(image\/(jpeg|png|gif|bmp|tiff|svg\+xml)|video\/(mp4|mpeg|3gpp|quicktime)|audio\/(mpeg|mp3|wav|ogg)|text\/(vcard|calendar)|application\/(zip|gzip|rtf))$/;

const number = (value: unknown): string | undefined => {
  const phoneNumber = (value as { phoneNumber?: unknown } | null)?.phoneNumber;
  return typeof phoneNumber === 'string' && /^\+?[1-9]\d{2,14}$/.test(phoneNumber) ? phoneNumber : undefined;
};

/** Sending texts and pictures (ringcentral.md 2.8). Only the owner of a number may send from it, whoever asks. */
export function smsOperations({ account, messages }: { account: Account; messages: Messages }): Operation[] {
  function send(call: RestCall, said: Record<string, unknown>, files: Part[]): Answer {
    const { caller, target } = call;
    if (!target.features.texts) throw new PlatformError(403, 'CMN-408', 'In order to call this API endpoint, user needs to have [OutboundSMS] permission', { topCode: 'InsufficientPermissions', details: { permissionName: 'OutboundSMS' } });
    const from = number(said['from']);
    if (from === undefined) throw invalidParameter('from');
    if (caller.id !== target.id || !target.phoneNumbers.includes(from)) throw new PlatformError(403, 'MSG-304', 'Phone number doesn’t belong to extension');
    const given = Array.isArray(said['to']) ? said['to'] : [said['to']];
    const to = given.map(number);
    if (to.length === 0 || to.length > mostReceivers || !to.every((one) => one !== undefined)) throw invalidParameter('to.phoneNumber');
    const text = said['text'] ?? '';
    if (typeof text !== 'string' || (text === '' && files.length === 0)) throw invalidParameter('text');
    if (text.length > longestText) throw new PlatformError(400, 'MSG-337', 'The text is too long');
    const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
    if (files.length > mostAttachments || bytes > mostBytes) throw new PlatformError(413, 'MSG-338', 'The attachments are too large');
    const unknown = files.find(({ contentType }) => !sendable.test(contentType.toLowerCase()));
    if (unknown) throw new PlatformError(415, 'MSG-348', 'Media type of an attachment is not supported');
    const pictures = files.map(({ contentType, content, fileName }): Picture => ({ contentType, content: content.toString('base64'), ...(fileName === undefined ? {} : { fileName }) }));
    const message = messages.texts.send(target, { from: { phoneNumber: from }, to: [...new Set(to)], text, pictures });
    return json(messageBody(message, extensionUri(call.origin, account.accountId, target.id)));
  }

  /** One part of JSON, or a field each; all other parts are files. */
  function sendParts(call: RestCall): Answer {
    const parts = readParts(call.contentType, call.bytes);
    if (!parts) throw new PlatformError(400, 'CMN-104', 'Cannot parse the multipart body');
    const whole = parts.find(({ contentType, fileName, name }) => /^application\/json\b/i.test(contentType) && (fileName !== undefined || name === '' || name === 'json'));
    const files = parts.filter((part) => part !== whole && (part.fileName !== undefined || part.name === 'attachment' || part.name === 'attachments'));
    if (whole) return send(call, readObject(whole.content.toString('utf8')), files);
    const field = (name: string): string[] => parts.filter((part) => part.name === name && !files.includes(part)).map(({ content }) => content.toString('utf8'));
    const party = (value: string): unknown => (value.startsWith('{') ? readObject(value) : { phoneNumber: value });
    return send(call, { from: party(field('from')[0] ?? ''), to: field('to').map(party), text: field('text')[0] ?? '' }, files);
  }

  const isMultipart = ({ contentType }: RestCall): boolean => /^multipart\//i.test(contentType);
  return [
    { method: 'POST', template: `${extensionPath}/sms`, group: 'Medium', scope: 'SMS', answer: (call) => (isMultipart(call) ? sendParts(call) : send(call, call.object(), [])) },
    {
      method: 'POST', template: `${extensionPath}/mms`, group: 'Medium', scope: 'SMS',
      answer(call) {
        if (!isMultipart(call)) throw new NotEmulated('a message with pictures that is not multipart');
        return sendParts(call);
      },
    },
  ];
}
