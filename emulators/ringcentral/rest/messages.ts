import type { Account } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { mediaAnswer } from '../http/media.ts';
import { invalidParameter, notFound, NotEmulated } from '../http/platform-error.ts';
import type { Message } from '../messages/message.ts';
import { messageBody } from '../messages/message-body.ts';
import { readMessageQuery } from '../messages/message-query.ts';
import type { Messages } from '../messages/messages.ts';
import { extensionUri } from './extension.ts';
import { listAnswer } from './list.ts';
import { extensionPath, missingPermission, type Operation, type RestCall } from './operation.ts';

const store = `${extensionPath}/message-store`;
const one = `${store}/{messageId}`;

/** Reading, marking and deleting messages (ringcentral.md 2.8). Whether somebody else's can be read with more rights than one's own is not known: `mayReadOthers` decides. */
export function messageOperations({ account, messages, mayReadOthers, now }: { account: Account; messages: Messages; mayReadOthers: () => boolean; now: () => number }): Operation[] {
  const { mailboxes, sync } = messages;
  const address = ({ origin, target }: RestCall): string => extensionUri(origin, account.accountId, target.id);
  const bodyOf = (call: RestCall, message: Message): object => messageBody(message, address(call));

  /** Throws 403 CMN-408 where it is another extension's, and may not be read. */
  function readMailbox({ caller, target }: RestCall): string {
    if (caller.id !== target.id && !mayReadOthers()) throw missingPermission('ReadMessages');
    return target.id;
  }
  function messageOf(call: RestCall): Message {
    const id = call.parameters['messageId'] ?? '';
    if (id.includes(',') || id === '*') throw new NotEmulated('several message ids in one path');
    const message = mailboxes.get(readMailbox(call), id);
    if (!message || message.availability === 'Purged') throw notFound('messageId');
    return message;
  }
  function changeable(call: RestCall): Message {
    if (call.caller.id !== call.target.id) throw new NotEmulated('changing messages of another extension');
    return messageOf(call);
  }
  function change(call: RestCall, allowed: string[]): Message {
    const message = changeable(call);
    const said = call.object();
    const unknown = Object.keys(said).find((name) => !allowed.includes(name));
    if (unknown !== undefined) throw new NotEmulated(`the field [${unknown}] of a message's change`);
    const { readStatus, availability } = said;
    if (readStatus !== undefined && readStatus !== 'Read' && readStatus !== 'Unread') throw invalidParameter('readStatus');
    if (availability !== undefined && availability !== 'Alive' && availability !== 'Deleted' && availability !== 'Purged') throw invalidParameter('availability');
    if (readStatus === undefined && availability === undefined) throw invalidParameter('readStatus');
    return mailboxes.change(message.id, { ...(readStatus ? { readStatus } : {}), ...(availability ? { availability } : {}) }) ?? message;
  }

  return [
    {
      method: 'GET', template: store, group: 'Light', scope: 'ReadMessages',
      answer(call) {
        const wanted = readMessageQuery(call.query, { others: ['page', 'perPage'], now: now() });
        const records = wanted(mailboxes.all(readMailbox(call))).map((message) => bodyOf(call, message));
        return listAnswer(call, `/restapi/v1.0/account/${account.accountId}/extension/${call.target.id}/message-store`, records);
      },
    },
    {
      method: 'GET', template: `${extensionPath}/message-sync`, group: 'Light', scope: 'ReadMessages',
      answer(call) {
        const { records, syncInfo } = sync.answer(readMailbox(call), mailboxes.all(call.target.id), call.query);
        return json({ uri: `${address(call)}/message-sync`, records: records.map((message) => bodyOf(call, message)), syncInfo });
      },
    },
    { method: 'GET', template: one, group: 'Light', scope: 'ReadMessages', answer: (call) => json(bodyOf(call, messageOf(call))) },
    { method: 'PUT', template: one, group: 'Medium', scope: 'EditMessages', answer: (call) => json(bodyOf(call, change(call, ['readStatus']))) },
    { method: 'PATCH', template: one, group: 'Medium', scope: 'EditMessages', answer: (call) => json(bodyOf(call, change(call, ['readStatus', 'availability']))) },
    {
      method: 'DELETE', template: one, group: 'Medium', scope: 'EditMessages',
      answer(call) {
        const { id } = changeable(call);
        mailboxes.change(id, { availability: call.query.get('purge') === 'true' ? 'Purged' : 'Deleted' });
        return { status: 204 };
      },
    },
    {
      method: 'GET', template: `${one}/content/{attachmentId}`, group: 'Medium', scope: 'ReadMessages',
      answer(call) {
        const attachment = messageOf(call).attachments.find(({ id }) => id === call.parameters['attachmentId']);
        if (!attachment) throw notFound('attachmentId');
        return mediaAnswer({ content: Buffer.from(attachment.content, 'base64'), type: attachment.contentType, fileName: attachment.id, range: call.range, disposition: call.query.get('contentDisposition') });
      },
    },
  ];
}
