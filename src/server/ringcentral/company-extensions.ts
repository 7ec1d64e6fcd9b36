import cache = require('N/cache');
import * as v from 'valibot';
import { utf8Bytes } from '../../core/calls/cut-text.ts';
import type { ExtensionKind } from '../../core/calls/from-call-log.ts';
import type { CompanyApi } from './company-api.ts';
import type { Connection } from './connection.ts';
import { SyncFailure } from './sync-failure.ts';

/** An extension as RingCentral lists it. */
export interface CompanyExtension { id: string; number: string; kind: ExtensionKind; name: string; email: string }

/** The list, and when it was read (epoch milliseconds). */
export interface ExtensionList { readAt: number; extensions: CompanyExtension[] }

const keptSeconds = 24 * 3600;
const perPage = 1000;
/** Far above any company of our users; ends a paging that would not end. */
const mostPages = 20;

const users = new Set(['User', 'DigitalUser', 'VirtualUser', 'FlexibleUser', 'Limited']);
const kindOf = (type: string): ExtensionKind => (users.has(type) ? 'user' : type === 'Department' ? 'queue' : 'other');

const Row = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  extensionNumber: v.optional(v.nullable(v.pipe(v.union([v.string(), v.number()]), v.transform(String))), ''),
  type: v.optional(v.string(), ''),
  name: v.optional(v.nullable(v.string()), ''),
  contact: v.optional(v.object({ email: v.optional(v.nullable(v.string()), ''), firstName: v.optional(v.nullable(v.string()), ''), lastName: v.optional(v.nullable(v.string()), '') }), {}),
});
const Page = v.object({ records: v.array(v.unknown()), navigation: v.optional(v.object({ nextPage: v.optional(v.unknown()) })) });

/** Asks RingCentral for all extensions: one Medium request for each thousand. Throws SyncFailure. */
export function readExtensions(api: CompanyApi): ExtensionList {
  const extensions: CompanyExtension[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const read = v.safeParse(Page, api.get('/restapi/v1.0/account/~/extension', { page, perPage }));
    if (!read.success) throw new SyncFailure('RINGCENTRAL', 'unknown answer');
    for (const raw of read.output.records) {
      const row = v.safeParse(Row, raw);
      if (!row.success) continue;
      const { id, extensionNumber, type, name, contact } = row.output;
      extensions.push({ id, number: extensionNumber ?? '', kind: kindOf(type), name: name || [contact.firstName, contact.lastName].filter(Boolean).join(' '), email: contact.email ?? '' });
    }
    if (read.output.navigation?.nextPage === undefined) break;
  }
  return { readAt: Date.now(), extensions };
}

/** NetSuite keeps 500 KB under one key. */
const mostKeptBytes = 450_000;
/** Whether a cache takes it. */
export const fitsCache = (value: string): boolean => utf8Bytes(value) <= mostKeptBytes;

const store = (): cache.Cache => cache.getCache({ name: 'rcns_extensions', scope: cache.Scope.PROTECTED });
const keyOf = ({ server, secrets }: Connection): string => `${server.origin} ${secrets.jwt}`;

/** The list as it was read last, of any script of ours; null: not lately. 1 unit. */
export function keptExtensions(connection: Connection): ExtensionList | null {
  const kept: unknown = store().get({ key: keyOf(connection) });
  if (typeof kept !== 'string' || kept === '') return null;
  return JSON.parse(kept) as ExtensionList;
}

/** Keeps it, unless it is larger than a cache takes: then it is read anew each time. 1 unit. */
export function keepExtensions(connection: Connection, list: ExtensionList): void {
  const value = JSON.stringify(list);
  if (fitsCache(value)) store().put({ key: keyOf(connection), value, ttl: keptSeconds });
}

/** What each extension is. One that was made since the list was read sends for a new one, once an hour at most. */
export function extensionKinds(api: CompanyApi, connection: Connection): (extensionId: string) => ExtensionKind {
  let list = keptExtensions(connection);
  let kinds: Map<string, ExtensionKind> | null = null;
  const read = (): Map<string, ExtensionKind> => {
    list = readExtensions(api);
    keepExtensions(connection, list);
    return new Map(list.extensions.map(({ id, kind }) => [id, kind]));
  };
  return (id) => {
    kinds ??= list === null ? read() : new Map(list.extensions.map((each) => [each.id, each.kind]));
    if (!kinds.has(id) && list !== null && Date.now() - list.readAt > 3_600_000) kinds = read();
    return kinds.get(id) ?? 'unknown';
  };
}
