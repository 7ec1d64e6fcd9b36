import { randomUUID } from 'node:crypto';
import type { Account } from '../account/account.ts';
import { invalidParameter, notFound, NotEmulated, PlatformError } from '../http/platform-error.ts';
import { readEventFilter, type DisabledFilter, type EventFilter } from './event-filter.ts';

/** Seconds: a subscription lives as long as its gateway session may. */
const subscriptionSeconds = 86_400;

/** What one gateway connection listens to. Times are epoch milliseconds. */
export interface Subscription {
  id: string;
  ownerId: string;
  createdAt: number;
  filters: EventFilter[];
  disabled: DisabledFilter[];
}

/** Reads the body of a create or change. Throws what the platform would answer. */
export function readSubscription(
  body: unknown, who: { extensionId: string; scopes: string[] }, account: Account, now: number, id: string = randomUUID(),
): Subscription {
  if (typeof body !== 'object' || body === null) throw new PlatformError(400, 'CMN-103', 'Cannot parse the JSON body');
  const { eventFilters, deliveryMode } = body as { eventFilters?: unknown; deliveryMode?: { transportType?: unknown } };
  const transport = deliveryMode?.transportType;
  if (transport !== 'WebSocket') {
    if (typeof transport === 'string') throw new NotEmulated('subscriptions with a delivery other than WebSocket');
    throw invalidParameter('deliveryMode.transportType');
  }
  if (!Array.isArray(eventFilters) || eventFilters.length === 0 || !eventFilters.every((one) => typeof one === 'string')) {
    throw new PlatformError(400, 'SUB-508', 'Event filters are invalid', { details: { parameterName: 'eventFilters' } });
  }
  const read = eventFilters.map((text) => readEventFilter(text, who, account));
  const filters = read.flatMap((one) => (one.is === 'filter' ? [one.filter] : []));
  const disabled = read.flatMap((one) => (one.is === 'disabled' ? [one.disabled] : []));
  if (filters.length === 0 && disabled.every(({ reason }) => reason === 'NotEmulated')) throw new NotEmulated('any of the requested events');
  if (filters.length === 0) throw new PlatformError(403, 'SUB-406', 'Not allowed to subscribe for the events specified in the request');
  return { id, ownerId: who.extensionId, createdAt: now, filters, disabled };
}

/** As REST and the socket answer it (ringcentral.md 3.3); ids stand in place of `~`. */
export function subscriptionBody(subscription: Subscription, account: Account, now: number): object {
  const expiresAt = subscription.createdAt + subscriptionSeconds * 1000;
  return {
    uri: `/restapi/v1.0/subscription/${subscription.id}`, id: subscription.id, status: 'Active',
    eventFilters: subscription.filters.map(({ text }) => text.replace('/account/~', `/account/${account.accountId}`).replace('/extension/~', `/extension/${subscription.ownerId}`)),
    ...(subscription.disabled.length > 0 ? { disabledFilters: subscription.disabled } : {}),
    creationTime: new Date(subscription.createdAt).toISOString(), expirationTime: new Date(expiresAt).toISOString(),
    expiresIn: Math.max(0, Math.round((expiresAt - now) / 1000)), deliveryMode: { transportType: 'WebSocket', encryption: false },
  };
}

export const subscriptionNotFound = (): PlatformError => notFound('subscriptionId');
