import cache = require('N/cache');
import { createCompanyApi } from '../ringcentral/company-api.ts';
import { readDirectory } from '../ringcentral/company-directory.ts';
import { fitsCache, keepExtensions, readExtensions } from '../ringcentral/company-extensions.ts';
import type { Connection } from '../ringcentral/connection.ts';

/** A RingCentral user as the mapping shows them. */
export interface ListedUser { extensionId: string; extensionNumber: string; name: string; email: string; userEmail: string; numbers: string[] }
export interface UserList { readAt: number; users: ListedUser[] }

const keptSeconds = 24 * 3600;

const store = (): cache.Cache => cache.getCache({ name: 'rcns_company_users', scope: cache.Scope.PRIVATE });
const keyOf = ({ server, secrets }: Connection): string => `${server.origin} ${secrets.jwt}`;

/** RingCentral's users as they were read last; null: not lately. 1 unit. */
export function keptUsers(connection: Connection): UserList | null {
  const kept: unknown = store().get({ key: keyOf(connection) });
  return typeof kept === 'string' && kept !== '' ? (JSON.parse(kept) as UserList) : null;
}

/** Asks RingCentral for its users anew: two requests for each thousand. Throws SyncFailure. About 40 units. */
export function readUsers(connection: Connection): UserList {
  const api = createCompanyApi(connection);
  const list = readExtensions(api);
  keepExtensions(connection, list);
  const directory = readDirectory(api);
  const users = list.extensions
    .filter(({ kind }) => kind === 'user')
    .map(({ id, number, name, email }): ListedUser => {
      const entry = directory.get(id);
      return { extensionId: id, extensionNumber: number, name, email, userEmail: entry?.email ?? '', numbers: entry?.numbers ?? [] };
    });
  const read = { readAt: list.readAt, users };
  const value = JSON.stringify(read);
  if (fitsCache(value)) store().put({ key: keyOf(connection), value, ttl: keptSeconds });
  return read;
}
