import query = require('N/query');
import { indexPerson, peopleToIndex } from '../../../src/server/people/rebuild-index.ts';
import { createAccount, type Account } from '../account.ts';

let account: Account;
let asked: { query: string; params: unknown[] }[];
let answers: { when: string; rows: Record<string, unknown>[] }[];

const now = new Date('2026-11-23T02:00:00Z');
const resultOf = (options: { query: string; params: unknown[] }) => {
  asked.push(options);
  const last = Number(options.params?.at(-1) ?? 0);
  // As much as NetSuite gives for one query.
  return (answers.find(({ when }) => options.query.includes(when))?.rows ?? []).filter((row) => !('id' in row) || Number(row['id']) > last).slice(0, 5000);
};

beforeEach(() => {
  account = createAccount(-4);
  asked = [];
  answers = [];
  jest.spyOn(query, 'runSuiteQL').mockImplementation(((options: never) => ({ asMappedResults: () => resultOf(options) })) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('the nightly build', () => {
  test('reads everybody with a number, page by page, when the index is empty', () => {
    answers = [{ when: 'COUNT', rows: [{ entries: 0 }] }, { when: 'FROM customer e', rows: Array.from({ length: 12_000 }, (_, index) => ({ id: index + 1, phone: '650-555-0100' })) }];
    const jobs = Object.keys(peopleToIndex(3, now));
    expect([jobs.length, jobs[0], jobs.at(-1)]).toEqual([12_000, 'customer:1', 'customer:12000']);
    expect(asked.filter((each) => each.query.includes('FROM customer e'))).toHaveLength(3);
    expect(asked.some((each) => each.query.includes('lastmodifieddate'))).toBe(false);
  });

  test('afterwards reads who changed lately, a day more than asked', () => {
    answers = [{ when: 'COUNT', rows: [{ entries: 9 }] }];
    peopleToIndex(3, now);
    expect(asked.find((each) => each.query.includes('FROM vendor e'))?.params).toEqual(['2026-11-19', 'vendor', 0]);
  });

  test('reads everybody again when it is told to look back no days', () => {
    answers = [{ when: 'COUNT', rows: [{ entries: 9 }] }];
    peopleToIndex(0, now);
    expect(asked.some((each) => each.query.includes('lastmodifieddate'))).toBe(false);
  });

  test('forgets people whom NetSuite no longer has, and looks at those marked stale', () => {
    answers = [
      { when: 'COUNT', rows: [{ entries: 9 }] },
      { when: 'SELECT DISTINCT x.custrecord_rcns_ix_entity AS id FROM customrecord_rcns_phone_index x LEFT JOIN contact', rows: [{ id: 31 }] },
      { when: 'FROM customer e', rows: [{ id: 12, phone: '650-555-0100' }] },
      { when: 'FROM customrecord_rcns_stale s WHERE s.id >', rows: [{ id: 901, type_: 'customer', entity: 12 }, { id: 902, type_: 'vendor', entity: 5 }, { id: 903, type_: 'spaceship', entity: 1 }] },
    ];
    const jobs = peopleToIndex(3, now);
    expect(jobs['contact:31']).toEqual({ type: 'contact', id: 31, phones: null, marks: [] });
    expect(jobs['customer:12']).toMatchObject({ phones: { phone: '650-555-0100' }, marks: [901] });
    expect(jobs['vendor:5']).toEqual({ type: 'vendor', id: 5, phones: null, marks: [902] });
    expect(Object.keys(jobs)).toHaveLength(3);
  });

  test('puts one person right and takes their marks away', () => {
    const mark = account.add('customrecord_rcns_stale', { custrecord_rcns_st_type: 'customer', custrecord_rcns_st_entity: 12 });
    indexPerson({ type: 'customer', id: 12, phones: { phone: '(650) 555-0100' }, marks: [mark] });
    expect(account.rows.map(({ type, values }) => [type, values['custrecord_rcns_ix_number']])).toEqual([['customrecord_rcns_phone_index', '+16505550100']]);
  });
});
