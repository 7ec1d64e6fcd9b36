import type { Account, User } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { invalidParameter, PlatformError } from '../http/platform-error.ts';
import { extensionUri } from './extension.ts';
import { listAnswer } from './list.ts';
import { accountPath, extensionPath, type Operation, type RestCall } from './operation.ts';
import type { ChosenPresence, Presence } from './presence-state.ts';

const userStatuses: unknown[] = ['Offline', 'Busy', 'Available'];
const dndStatuses: unknown[] = ['TakeAllCalls', 'DoNotAcceptDepartmentCalls', 'TakeDepartmentCallsOnly', 'DoNotAcceptAnyCalls'];
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

/** What PUT takes, and what each field accepts. Unknown fields are ignored, as read-only ones are by the real service. */
const accepted: { [K in keyof ChosenPresence]: (value: unknown) => boolean } = {
  userStatus: (value) => userStatuses.includes(value),
  dndStatus: (value) => dndStatuses.includes(value),
  message: (value) => typeof value === 'string' && value.length <= 75,
  acceptCallQueueCalls: isBoolean, allowSeeMyPresence: isBoolean, ringOnMonitoredCall: isBoolean, pickUpCallsOnHold: isBoolean,
};

/** GET and PUT of one extension's presence, and everybody's as a list (ringcentral.md 2.6). */
export function presenceOperations(account: Account, presence: Presence): Operation[] {
  const bodyOf = (call: RestCall, user: User, detailed: boolean): object => ({
    uri: `${extensionUri(call.origin, account.accountId, user.id)}/presence`,
    extension: { uri: extensionUri(call.origin, account.accountId, user.id), id: Number(user.id), extensionNumber: user.extensionNumber },
    ...presence.body(user.id),
    ...(detailed ? { activeCalls: presence.activeCalls(user.id, call.query.get('sipData') === 'true') } : {}),
  });
  const isDetailed = (call: RestCall): boolean => call.query.get('detailedTelephonyState') === 'true';
  return [
    {
      method: 'GET', template: `${extensionPath}/presence`, group: 'Light', scope: 'ReadPresence',
      answer: (call) => json(bodyOf(call, call.target, isDetailed(call))),
    },
    {
      method: 'GET', template: `${accountPath}/presence`, group: 'Heavy', scope: 'ReadPresence',
      answer: (call) => listAnswer(call, `/restapi/v1.0/account/${account.accountId}/presence`, account.users().map((user) => bodyOf(call, user, isDetailed(call)))),
    },
    {
      method: 'PUT', template: `${extensionPath}/presence`, group: 'Medium', scope: 'EditPresence',
      answer(call) {
        if (call.target.id !== call.caller.id) throw new PlatformError(403, 'CMN-408', 'In order to call this API endpoint, user needs to have [EditPresenceStatus] permission for the requested resource');
        const body = call.object();
        const change: Partial<ChosenPresence> = {};
        for (const [name, accepts] of Object.entries(accepted)) {
          if (body[name] === undefined) continue;
          if (!accepts(body[name])) throw invalidParameter(name);
          Object.assign(change, { [name]: body[name] });
        }
        presence.choose(call.target.id, change);
        return json(bodyOf(call, call.target, false));
      },
    },
  ];
}
