import type { Party, TelephonySessionEvent } from '../telephony/contract.ts';
import { partyBody, sipDataOf } from '../rest/telephony-sessions.ts';
import type { MailboxChange } from '../messages/mailboxes.ts';
import { messageEventBody } from '../messages/message-body.ts';
import type { EventFilter } from './event-filter.ts';

/** Something that happened in the account; each subscriber gets it in the form that its filter asks for. */
export type Happening =
  | { kind: 'telephony'; event: TelephonySessionEvent }
  | { kind: 'presence'; accountId: string; extensionId: string; body: Record<string, unknown>; activeCalls: Record<string, unknown>[] }
  /** `owner`: address of the mailbox's extension. A new message is told twice: as a change of the store, and itself. */
  | { kind: 'message-store' | 'message'; accountId: string; owner: string; change: MailboxChange };

/** `event` (the path with real ids) and `body` of a notification. */
export interface Notification { event: string; body: object }

/** undefined: this filter does not ask for it. */
export function notificationFor(filter: EventFilter, happening: Happening): Notification | undefined {
  if (filter.kind === 'telephony' && happening.kind === 'telephony') return telephonyNotification(filter, happening.event);
  if (filter.kind === 'presence' && happening.kind === 'presence') return presenceNotification(filter, happening);
  if (happening.kind === 'message-store' || happening.kind === 'message') return messageNotification(filter, happening);
  return undefined;
}

/** Exactly one party; a party in the public network is seen by account subscriptions only, under the account's path (ringcentral.md 3.7). */
function telephonyNotification(filter: EventFilter & { kind: 'telephony' }, event: TelephonySessionEvent): Notification | undefined {
  const { party } = event;
  if (filter.extensionId !== null && filter.extensionId !== party.extensionId) return undefined;
  if (!wants(filter, party)) return undefined;
  const owner = party.extensionId === undefined ? '' : `/extension/${party.extensionId}`;
  return {
    event: `/restapi/v1.0/account/${event.accountId}${owner}/telephony/sessions`,
    body: {
      sequence: event.sequence, sessionId: event.sessionId, telephonySessionId: event.telephonySessionId, serverId: event.serverId,
      eventTime: new Date(event.eventTime).toISOString(), origin: { type: 'Call' },
      parties: [{ ...partyBody(party, event.accountId), missedCall: party.missedCall, ...(filter.sipData && party.extensionId !== undefined ? { sipData: sipDataOf(party) } : {}) }],
    },
  };
}

function wants(filter: EventFilter & { kind: 'telephony' }, party: Party): boolean {
  const numbers = [party.from.phoneNumber, party.to.phoneNumber];
  return (filter.direction.length === 0 || filter.direction.includes(party.direction))
    && (filter.statusCode.length === 0 || filter.statusCode.includes(party.code))
    && (filter.phoneNumber.length === 0 || filter.phoneNumber.some((number) => numbers.includes(number)))
    && (!filter.missedCall || party.missedCall);
}

function presenceNotification(filter: EventFilter & { kind: 'presence' }, happening: Happening & { kind: 'presence' }): Notification | undefined {
  const { extensionId, accountId, body } = happening;
  const activeCalls = filter.sipData ? happening.activeCalls : happening.activeCalls.map(({ sipData: _, ...call }) => call);
  if (filter.extensionId !== null && filter.extensionId !== extensionId) return undefined;
  return {
    event: `/restapi/v1.0/account/${accountId}/extension/${extensionId}/presence${filter.detailed ? `?detailedTelephonyState=true${filter.sipData ? '&sipData=true' : ''}` : ''}`,
    body: { extensionId, ...body, ...(filter.detailed ? { activeCalls, totalActiveCalls: activeCalls.length } : {}) },
  };
}

/** Counters and new ids (`message-store`), or an inbound text or voicemail itself (ringcentral.md 3.8). */
function messageNotification(filter: EventFilter, { kind, accountId, owner, change }: Happening & { kind: 'message-store' | 'message' }): Notification | undefined {
  const { what, message } = change;
  const { extensionId, type, direction } = message;
  if (filter.extensionId !== extensionId) return undefined;
  const path = `/restapi/v1.0/account/${accountId}/extension/${extensionId}`;
  if (filter.kind === 'message-store' && kind === 'message-store') {
    if ((filter.type.length > 0 && !filter.type.includes(type)) || (filter.direction.length > 0 && !filter.direction.includes(direction))) return undefined;
    const counts = what === 'new' ? { newCount: 1, updatedCount: 0, newMessageIds: [Number(message.id)] } : { newCount: 0, updatedCount: 1 };
    return { event: `${path}/message-store`, body: { extensionId, lastUpdated: new Date(message.modifiedAt).toISOString(), changes: [{ type, ...counts }], ownerId: extensionId } };
  }
  if (kind !== 'message' || what !== 'new' || direction !== 'Inbound') return undefined;
  if (filter.kind === 'instant' && type === 'SMS') return { event: `${path}/message-store/instant?type=SMS`, body: messageEventBody(message, owner) };
  if (filter.kind === 'voicemail' && type === 'VoiceMail') return { event: `${path}/voicemail`, body: messageEventBody(message, owner) };
  return undefined;
}
