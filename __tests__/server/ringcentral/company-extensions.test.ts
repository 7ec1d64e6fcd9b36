import cache = require('N/cache');
import { keepExtensions, type CompanyExtension } from '../../../src/server/ringcentral/company-extensions.ts';

const kept: string[] = [];
/** N/cache takes 500 KB, counted in bytes. */
const put = ({ value }: { value: string }): void => {
  if (Buffer.byteLength(value) > 500 * 1024) throw new Error('SSS_CACHE_VALUE_TOO_LARGE');
  kept.push(value);
};
const connection = { server: { kind: 'ringcentral', origin: 'https://platform.ringcentral.com' }, secrets: { clientId: 'custsecret_a', clientSecret: 'custsecret_b', jwt: 'custsecret_c' } } as const;
const company = (people: number, name: string) => ({ readAt: 0, extensions: Array.from({ length: people }, (_, at): CompanyExtension => ({ id: String(63_400_000 + at), number: String(10_000 + at), kind: 'user', name, email: '' })) });

beforeEach(() => {
  kept.length = 0;
  jest.spyOn(cache, 'getCache').mockReturnValue({ put } as never);
});
afterEach(() => jest.restoreAllMocks());

describe('the list of extensions', () => {
  test('is kept for the next run', () => {
    keepExtensions(connection, company(4_000, 'Maria Santos'));
    expect(kept).toHaveLength(1);
  });

  test('of a company whose people have long names in Chinese is read anew each time rather than ending the run', () => {
    keepExtensions(connection, company(4_000, '歐陽'.repeat(12)));
    expect(kept).toEqual([]);
  });
});
