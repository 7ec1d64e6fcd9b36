import type { Account, User } from '../account/account.ts';
import { fullName } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { listAnswer } from './list.ts';
import { accountPath, extensionPath, type Operation } from './operation.ts';

const unitedStates = { id: '1', isoCode: 'US', callingCode: '1', name: 'United States' };

/** Absolute address of an extension's resource. */
export function extensionUri(origin: string, accountId: string, extensionId: string): string {
  return `${origin}/restapi/v1.0/account/${accountId}/extension/${extensionId}`;
}

/** Feature names as in `serviceFeatures` and in /features, with today's switches. */
function features(user: User): { name: string; on: boolean }[] {
  return [
    { name: 'WebPhone', on: user.features.webPhone }, { name: 'VoipCalling', on: user.features.webPhone },
    { name: 'Voicemail', on: user.features.voicemail }, { name: 'TelephonySessions', on: true }, { name: 'Presence', on: true }, { name: 'DND', on: true },
    { name: 'SMS', on: user.features.texts }, { name: 'SMSReceiving', on: user.features.texts }, { name: 'MMS', on: user.features.texts }, { name: 'OnDemandCallRecording', on: false }, { name: 'RingOut', on: false }, { name: 'Fax', on: false },
  ];
}

function extensionBody(account: Account, user: User, origin: string): object {
  const uri = extensionUri(origin, account.accountId, user.id);
  return {
    uri, id: Number(user.id), extensionNumber: user.extensionNumber, name: fullName(user), type: 'User', status: 'Enabled', hidden: false, setupWizardState: 'Completed',
    contact: { firstName: user.firstName, lastName: user.lastName, email: user.email, businessPhone: user.phoneNumbers[0], company: account.companyName },
    account: { uri: `${origin}/restapi/v1.0/account/${account.accountId}`, id: account.accountId },
    permissions: { admin: { enabled: false }, internationalCalling: { enabled: true } },
    profileImage: { uri: `${uri}/profile-image` },
    regionalSettings: {
      homeCountry: unitedStates, timezone: { id: '58', name: 'US/Pacific', description: 'Pacific Time (US & Canada)', bias: '-480' },
      language: { id: '1033', name: 'English (United States)', localeCode: 'en-US' }, formattingLocale: { id: '1033', name: 'English (United States)', localeCode: 'en-US' }, timeFormat: '12h',
    },
    serviceFeatures: features(user).map(({ name, on }) => ({ featureName: name, enabled: on, ...(on ? {} : { reason: 'AccountLimitation' }) })),
  };
}

const queueBody = (account: Account, { id, extensionNumber, name }: Account['queues'][number], origin: string): object => ({
  uri: extensionUri(origin, account.accountId, id), id: Number(id), extensionNumber, name, type: 'Department', status: 'Enabled', hidden: false, setupWizardState: 'Completed',
});

/** Who people are: the account, its users and what each may do (ringcentral.md 2.4). */
export function extensionOperations(account: Account): Operation[] {
  return [
    {
      method: 'GET', template: accountPath, group: 'Light', scope: 'ReadAccounts',
      answer: ({ origin }) => json({
        uri: `${origin}/restapi/v1.0/account/${account.accountId}`, id: Number(account.accountId), mainNumber: account.mainNumber.replace('+', ''),
        status: 'Confirmed', setupWizardState: 'Completed', serviceInfo: { brand: { id: '1210', name: 'RingCentral', homeCountry: unitedStates } },
        regionalSettings: { homeCountry: unitedStates, timeFormat: '12h' }, federated: false, limits: { maxExtensionNumberLength: 5 },
      }),
    },
    {
      method: 'GET', template: `${accountPath}/extension`, group: 'Medium', scope: 'ReadAccounts',
      answer(call) {
        const wanted = call.query.get('extensionNumber');
        const types = call.query.getAll('type');
        const isWanted = (type: string, extensionNumber: string): boolean => (wanted === null || extensionNumber === wanted) && (types.length === 0 || types.includes(type));
        return listAnswer(call, `/restapi/v1.0/account/${account.accountId}/extension`, [
          ...account.users().filter((user) => isWanted('User', user.extensionNumber)).map((user) => extensionBody(account, user, call.origin)),
          ...account.queues.filter((queue) => isWanted('Department', queue.extensionNumber)).map((queue) => queueBody(account, queue, call.origin)),
        ]);
      },
    },
    {
      method: 'GET', template: extensionPath, group: 'Light', scope: 'ReadAccounts',
      answer: ({ target, origin }) => json(extensionBody(account, target, origin)),
    },
    {
      method: 'GET', template: `${extensionPath}/features`, group: 'Medium', scope: 'ReadAccounts',
      answer({ target, query }) {
        const wanted = query.getAll('featureId');
        const records = features(target)
          .filter(({ name, on }) => (wanted.length === 0 || wanted.includes(name)) && (on || query.get('availableOnly') !== 'true'))
          .map(({ name, on }) => ({ id: name, available: on, ...(on ? {} : { reason: { code: 'ExtensionLimitation', message: 'The feature is not available for the extension' } }) }));
        return json({ records });
      },
    },
  ];
}
