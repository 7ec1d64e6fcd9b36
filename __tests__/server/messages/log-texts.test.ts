import format = require('N/format');
import query = require('N/query');
import { logTexts } from '../../../src/server/messages/log-texts.ts';
import { createAccount, type Account } from '../account.ts';

/** Dana Whitfield writes to one of the company's extensions. */
const text = (extensionId: number, messageId: number) => ({
  messageId: String(messageId), extensionId: String(extensionId), conversationId: String(700_000 + extensionId), direction: 'Inbound', from: { number: '+16505550100', name: null }, to: [{ number: '+16505550199', name: null }],
  ours: '+16505550199', at: '2026-11-23T09:15:00.000Z', text: 'Is the order on its way?', attachments: [], delivery: 'Received', reason: null, person: null, organizer: null,
});

let netSuite: Account;
const asked = (): string[] => jest.mocked(query.runSuiteQL).mock.calls.map(([options]) => (options as { query: string }).query);
const log = (logs: readonly unknown[], units: number) => logTexts(logs, { account: 'TSTDRV1234567', caller: { id: 101, mayEditSettings: () => true }, remainingUnits: () => units }, () => ({ of: 'organizer', zone: null }));

beforeEach(() => {
  netSuite = createAccount(101);
  jest.spyOn(format, 'format').mockReturnValue('');
});
afterEach(() => jest.restoreAllMocks());

describe('texts that come to the logging door', () => {
  test('from another system for fifty extensions at once are looked up in one query that Oracle takes', () => {
    const results = log(Array.from({ length: 50 }, (_, at) => text(101_001 + at, 9_001 + at)), 100_000);
    expect(results.map(({ status }) => status)).toEqual(results.map(() => 'created'));
    expect(netSuite.calls()).toHaveLength(50);
    const [lookUp = ''] = asked();
    const lists = [...lookUp.matchAll(/IN \(([?, ]*)\)/g)].map(([, marks = '']) => marks.split('?').length - 1);
    expect(lists).toEqual([50, 50, 50, 50, 100]);
  });

  test('are asked for again, not refused, where the calls before them have left hardly any units', () => {
    expect(log([text(101_001, 9_001)], 15)).toMatchObject([{ messageId: '9001', status: 'later', code: 'LATER', detail: 'units' }]);
    expect(asked()).toEqual([]);
  });
});
