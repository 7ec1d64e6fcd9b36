import type { Account } from '../account/account.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { subscriptionBody, subscriptionNotFound } from '../gateway/subscriptions.ts';
import { json } from '../http/answer.ts';
import type { Operation } from './operation.ts';

/** Reading the gateway's subscriptions over HTTP; they are made over the socket only. */
export function subscriptionOperations(tools: { account: Account; gateway: Gateway; now: () => number }): Operation[] {
  const { account, gateway, now } = tools;
  const template = '/restapi/v1.0/subscription';
  return [
    {
      method: 'GET', template, group: 'Light',
      answer: ({ session, origin }) => json({
        uri: `${origin}${template}`, records: gateway.subscriptionsOf(session.id).map((one) => subscriptionBody(one, account, now())),
      }),
    },
    {
      method: 'GET', template: `${template}/{subscriptionId}`, group: 'Light',
      answer({ session, parameters }) {
        const found = gateway.subscriptionsOf(session.id).find(({ id }) => id === parameters['subscriptionId']);
        if (!found) throw subscriptionNotFound();
        return json(subscriptionBody(found, account, now()));
      },
    },
  ];
}
