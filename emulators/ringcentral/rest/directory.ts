import type { Account, User } from '../account/account.ts';
import { invalidParameter, NotEmulated } from '../http/platform-error.ts';
import { listAnswer } from './list.ts';
import { accountPath, type Operation } from './operation.ts';

const kinds = ['User', 'Department'];

function userEntry(account: Account, user: User): object {
  return {
    id: user.id, type: 'User', status: 'Enabled', firstName: user.firstName, lastName: user.lastName, email: user.email, extensionNumber: user.extensionNumber, hidden: false,
    account: { id: account.accountId, companyName: account.companyName, mainNumber: { phoneNumber: account.mainNumber, usageType: 'MainCompanyNumber' } },
    phoneNumbers: user.phoneNumbers.map((phoneNumber, index) => ({ phoneNumber, type: 'VoiceFax', usageType: 'DirectNumber', hidden: false, primary: index === 0 })),
  };
}

/** The company directory (ringcentral.md 2.11): users with their own numbers, and call queues. Caching by ETag is not imitated. */
export function directoryOperation(account: Account): Operation {
  return {
    method: 'GET', template: `${accountPath}/directory/entries`, group: 'Medium', scope: 'ReadAccounts',
    answer(call) {
      const types = call.query.getAll('type');
      if (types.some((type) => !kinds.includes(type))) throw invalidParameter('type');
      for (const name of call.query.keys()) if (!['type', 'page', 'perPage'].includes(name)) throw new NotEmulated(`the directory's parameter ${name}`);
      const queues = account.queues.map(({ id, extensionNumber, name }) => ({ id, type: 'Department', status: 'Enabled', name, extensionNumber, hidden: false, phoneNumbers: [] }));
      const entries = [...account.users().map((user) => userEntry(account, user)), ...queues].filter(({ type }: { type?: string }) => types.length === 0 || types.includes(type ?? ''));
      return listAnswer(call, `/restapi/v1.0/account/${account.accountId}/directory/entries`, entries);
    },
  };
}
