import type { Account, User } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { listAnswer } from './list.ts';
import { extensionUri } from './extension.ts';
import { extensionPath, type Operation } from './operation.ts';

interface PhoneNumber { id: number; phoneNumber: string; primary: boolean; usageType: 'MainCompanyNumber' | 'DirectNumber'; features: string[] }

/** The numbers a user sees: own direct ones, then the company's. Only an owner may send SMS from a number. */
function phoneNumbers(account: Account, user: User): PhoneNumber[] {
  const direct = user.phoneNumbers.map((phoneNumber, index): PhoneNumber => ({
    id: numberId(user.id, index + 1), phoneNumber, primary: index === 0, usageType: 'DirectNumber', features: ['CallerId', ...(user.features.texts ? ['SmsSender', 'MmsSender'] : [])],
  }));
  return [...direct, { id: numberId(account.accountId, 0), phoneNumber: account.mainNumber, primary: false, usageType: 'MainCompanyNumber', features: ['CallerId'] }];
}

/** Numbers have no ids of their own in the seed: made from the owner's, stable over restarts. */
function numberId(ownerId: string, position: number): number {
  return Number(`${ownerId}${position}`);
}

const deviceId = (user: User): string => `80${user.id}`;

/** What the user may call from: numbers, caller ID, devices with their digital lines (ringcentral.md 2.4). */
export function phoneNumberOperations(account: Account): Operation[] {
  const path = (user: User, resource: string): string => `/restapi/v1.0/account/${account.accountId}/extension/${user.id}/${resource}`;
  const reference = (user: User, origin: string): object => ({ uri: extensionUri(origin, account.accountId, user.id), id: Number(user.id), extensionNumber: user.extensionNumber });

  return [
    {
      method: 'GET', template: `${extensionPath}/phone-number`, group: 'Light', scope: 'ReadAccounts',
      answer(call) {
        const usage = call.query.getAll('usageType');
        const status = call.query.getAll('status');
        const records = phoneNumbers(account, call.target)
          .filter((number) => (usage.length === 0 || usage.includes(number.usageType)) && (status.length === 0 || status.includes('Normal')))
          .map((number) => ({
            uri: `${call.origin}/restapi/v1.0/account/${account.accountId}/phone-number/${number.id}`, ...number, type: 'VoiceFax', paymentType: 'Local', status: 'Normal',
            country: { id: '1', name: 'United States' },
            ...(number.usageType === 'DirectNumber' ? { extension: reference(call.target, call.origin) } : {}),
          }));
        return listAnswer(call, path(call.target, 'phone-number'), records);
      },
    },
    {
      method: 'GET', template: `${extensionPath}/caller-id`, group: 'Light', scope: 'ReadAccounts',
      answer({ target, origin }) {
        const [first] = phoneNumbers(account, target);
        const callerId = first ? { type: 'PhoneNumber', phoneInfo: { id: String(first.id), uri: `${origin}/restapi/v1.0/account/${account.accountId}/phone-number/${first.id}`, phoneNumber: first.phoneNumber } } : {};
        return json({
          uri: `${origin}${path(target, 'caller-id')}`, byDevice: [], byFeature: [{ feature: 'AdditionalSoftphone', callerId }],
          extensionNameForOutboundCalls: true, extensionNumberForInternalCalls: false,
        });
      },
    },
    {
      method: 'GET', template: `${extensionPath}/device`, group: 'Light', scope: 'ReadAccounts',
      answer(call) {
        const user = call.target;
        const [line] = user.features.digitalLine ? phoneNumbers(account, user) : [];
        const device = {
          id: deviceId(user), uri: `${call.origin}/restapi/v1.0/account/${account.accountId}/device/${deviceId(user)}`, type: 'SoftPhone', sku: 'DV-1', name: 'Softphone', status: 'Offline',
          extension: reference(user, call.origin), inCompanyNet: true, useAsCommonPhone: false,
          phoneLines: line ? [{ id: `${deviceId(user)}1`, lineType: 'Standalone', phoneInfo: { id: line.id, phoneNumber: line.phoneNumber, paymentType: 'Local', type: 'VoiceFax', usageType: line.usageType } }] : [],
        };
        const types = call.query.getAll('type');
        return listAnswer(call, path(user, 'device'), types.length === 0 || types.includes(device.type) ? [device] : []);
      },
    },
  ];
}
