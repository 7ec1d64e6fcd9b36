import query = require('N/query');
import { indexPerson, peopleToIndex } from '../../../src/server/people/rebuild-index.ts';
import { createAccount, type Account } from '../account.ts';

let account: Account;
let asked: { query: string; params: unknown[] }[];
let answers: { when: string; rows: Record<string, unknown>[] }[];

const now = new Date('2026-11-23T02:00:00Z');
const resultOf = (options: { query: string; params: unknown[] }) => {
  asked.push(options);
  return answers.find(({ when }) => options.query.includes(when))?.rows ?? [];
};

beforeEach(() => {
  account = createAccount(-4);
  asked = [];
  answers = [];
  jest.spyOn(query, 'runSuiteQL').mockImplementation(((options: never) => ({ asMappedResults: () => resultOf(options) })) as never);
  jest.spyOn(query, 'runSuiteQLPaged').mockImplementation(((options: never) => {
    const rows = resultOf(options);
    const pages = [rows.slice(0, 2), rows.slice(2)].filter((page) => page.length > 0);
    return { pageRanges: pages.map((_page, index) => ({ index })), fetch: ({ index }: { index: number }) => ({ data: { asMappedResults: () => pages[index] } }) };
  }) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('the nightly build', () => {
  test('reads everybody with a number, page by page, when the index is empty', () => {
    answers = [{ when: 'COUNT', rows: [{ entries: 0 }] }, { when: 'FROM customer e', rows: [1, 2, 3].map((id) => ({ id, phone: '650-555-0100' })) }];
    expect(Object.keys(peopleToIndex(3, now))).toEqual(['customer:1', 'customer:2', 'customer:3']);
    expect(asked.some((each) => each.query.includes('lastmodifieddate'))).toBe(false);
  });

  test('afterwards reads who changed lately, a day more than asked', () => {
    answers = [{ when: 'COUNT', rows: [{ entries: 9 }] }];
    peopleToIndex(3, now);
    expect(asked.find((each) => each.query.includes('FROM vendor e'))?.params).toEqual(['2026-11-19', 'vendor']);
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
      { when: 'FROM customrecord_rcns_stale s ORDER', rows: [{ id: 901, type_: 'customer', entity: 12 }, { id: 902, type_: 'vendor', entity: 5 }, { id: 903, type_: 'spaceship', entity: 1 }] },
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
