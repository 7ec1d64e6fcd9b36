import * as v from 'valibot';
import type { CompanyApi } from './company-api.ts';
import { SyncFailure } from './sync-failure.ts';

/** What the company directory tells of a user beside the list of extensions: own e-mail address and numbers. */
export interface DirectoryEntry { email: string; numbers: string[] }

const perPage = 1000;
const mostPages = 20;

const text = v.optional(v.nullable(v.string()), '');
const Entry = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  email: text,
  phoneNumbers: v.optional(v.array(v.object({ phoneNumber: text, usageType: text })), []),
});
const Page = v.object({ records: v.array(v.unknown()), paging: v.optional(v.object({ totalPages: v.optional(v.number(), 1) }), {}) });

/** Asks for the directory of users: one Medium request for each thousand. Numbers that the whole company shares name nobody. Throws SyncFailure. */
export function readDirectory(api: CompanyApi): Map<string, DirectoryEntry> {
  const entries = new Map<string, DirectoryEntry>();
  for (let page = 1; page <= mostPages; page++) {
    const read = v.safeParse(Page, api.get('/restapi/v1.0/account/~/directory/entries', { type: 'User', page, perPage }));
    if (!read.success) throw new SyncFailure('RINGCENTRAL', 'unknown answer');
    for (const raw of read.output.records) {
      const entry = v.safeParse(Entry, raw);
      if (!entry.success) continue;
      const { id, email, phoneNumbers } = entry.output;
      const numbers = phoneNumbers.filter(({ usageType }) => usageType !== 'MainCompanyNumber' && usageType !== 'CompanyNumber').flatMap(({ phoneNumber }) => (phoneNumber ? [phoneNumber] : []));
      entries.set(id, { email: email ?? '', numbers: [...new Set(numbers)] });
    }
    if (page >= read.output.paging.totalPages) break;
  }
  return entries;
}
