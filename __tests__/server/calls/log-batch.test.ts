import format = require('N/format');
import { currentBatchTools } from '../../../src/server/session/batch-tools.ts';
import runtime = require('N/runtime');
import { logBatch } from '../../../src/server/calls/log-batch.ts';
import { createAccount, type Account } from '../account.ts';

const account = 'TSTDRV1234567';
const call = {
  telephonySessionId: 's-a1b2c3', extensionId: '101001', direction: 'Inbound', outcome: 'Missed', reason: null, from: { number: '+16505550100', name: null }, to: { number: '+16505550199', name: null },
  startedAt: '2026-11-23T09:15:00.000Z', talkSeconds: null, ringSeconds: 21, queue: null, notes: null, disposition: null, recordingUrl: null, voicemailUrl: null, person: null, organizer: null,
};

let netSuite: Account;
const send = (body: unknown, units = 5_000) => logBatch(body, { account, caller: { id: 101, mayEditSettings: () => false }, remainingUnits: () => units });
const batch = (...calls: unknown[]) => ({ account, user: 101, calls });

beforeEach(() => {
  netSuite = createAccount(101);
  jest.spyOn(format, 'format').mockReturnValue('');
});
afterEach(() => jest.restoreAllMocks());

describe('what comes to the logging door', () => {
  test.each([
    ['a string, which a foreign form can send', JSON.stringify(batch(call)), 'BAD_REQUEST', 'body'],
    ['nothing', null, 'BAD_REQUEST', 'body'],
    ['a list', [call], 'BAD_REQUEST', 'body'],
    ['no calls', { account, user: 101 }, 'BAD_REQUEST', 'calls'],
    ['an empty batch', batch(), 'BAD_REQUEST', 'calls'],
    ['too many calls', batch(...Array.from({ length: 51 }, () => call)), 'TOO_LARGE', 'calls: at most 50'],
    ["a colleague's draft", { ...batch(call), user: 102 }, 'WRONG_USER', 'user'],
    ["another account's draft", { ...batch(call), account: 'TSTDRV1234567_SB1' }, 'WRONG_USER', 'account'],
  ])('is refused whole when it is %s', (_what, body, code, detail) => {
    expect(send(body)).toEqual({ ok: false, error: { code, detail } });
    expect(netSuite.calls()).toEqual([]);
  });

  test('is read call by call: a bad one holds up nobody and is named without its content', () => {
    const answer = send(batch({ ...call, startedAt: 'yesterday, +16505550123' }, call, 'nonsense'));
    expect(answer).toMatchObject({ ok: true, results: [{ status: 'refused', code: 'BAD_REQUEST', detail: 'startedAt', telephonySessionId: 's-a1b2c3' }, { status: 'created' }, { status: 'refused', code: 'BAD_REQUEST', telephonySessionId: null, extensionId: null }] });
    expect(JSON.stringify(answer)).not.toContain('yesterday');
  });

  test('with notes of five megabytes is too large, and no record is half written', () => {
    expect(send(batch({ ...call, notes: { text: 'x'.repeat(5_000_000), at: 1 } }))).toMatchObject({ results: [{ status: 'refused', code: 'TOO_LARGE', detail: 'notes.text' }] });
    expect(netSuite.calls()).toEqual([]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,<script>', 'https://media.example/"><script>', 'call me'])('with %s for a recording is refused', (recordingUrl) => {
    expect(send(batch({ ...call, recordingUrl }))).toMatchObject({ results: [{ status: 'refused', code: 'BAD_REQUEST', detail: 'recordingUrl' }] });
  });

  test('with a link to the recording is taken where there is no URL class, as in NetSuite', () => {
    const { URL: known } = globalThis;
    Object.assign(globalThis, { URL: undefined });
    try {
      expect(send(batch({ ...call, recordingUrl: 'https://media.ringcentral.com/restapi/v1.0/account/1/recording/2/content' }))).toMatchObject({ results: [{ status: 'created' }] });
    } finally {
      Object.assign(globalThis, { URL: known });
    }
  });

  test('beyond the units left is asked for again', () => {
    expect(send(batch(call), 80)).toMatchObject({ ok: true, results: [{ status: 'later', code: 'LATER' }] });
    expect(netSuite.calls()).toEqual([]);
  });

  test('twice in one batch is one record', () => {
    expect(send(batch(call, call))).toMatchObject({ results: [{ status: 'created', record: 1 }, { status: 'unchanged', record: 1 }] });
  });

  test('after a week offline is answered before anybody stops waiting, however slow NetSuite is: the rest is asked for again', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T18:00:00Z') });
    jest.spyOn(runtime, 'getCurrentScript').mockReturnValue({ getRemainingUsage: () => 5_000 } as never);
    netSuite.beforeSubmit = () => jest.setSystemTime(Date.now() + 1_500);
    const answer = logBatch(batch(...Array.from({ length: 50 }, (_, at) => ({ ...call, telephonySessionId: `s-${at}` }))), currentBatchTools());
    const statuses = answer.ok ? answer.results.map(({ status }) => status) : [];
    expect(statuses.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => 'created'));
    expect(statuses.slice(14)).toEqual(Array.from({ length: 36 }, () => 'later'));
    jest.useRealTimers();
  });
});
