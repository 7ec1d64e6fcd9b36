import format = require('N/format');
import record = require('N/record');
import { logCall, type Caller } from '../../../src/server/calls/log-call.ts';
import type { CallLog } from '../../../src/wire/calls/log.ts';
import { createAccount, netSuiteError, type Account } from '../account.ts';

const maria = 101;
const call: CallLog = {
  telephonySessionId: 's-a1b2c3', extensionId: '101001', direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: '+16505550100', name: 'Maria Santos' }, to: { number: '+442079460018', name: null },
  startedAt: '2026-11-23T09:15:00.000Z', talkSeconds: 62, ringSeconds: 7, queue: null,
  notes: { text: 'Wants the renewal quote by Friday.', at: 1_795_425_360_000 }, disposition: null,
  recordingUrl: null, voicemailUrl: null, quality: null, person: null, organizer: null,
};
const key = 'rcns:s-a1b2c3:101001';

let account: Account;
const caller = (): Caller => ({ id: account.user, mayEditSettings: () => account.admin });
const log = (changes: Partial<CallLog> = {}) => logCall({ ...call, ...changes }, caller());
const only = () => {
  expect(account.calls()).toHaveLength(1);
  return account.calls()[0]!.values;
};

beforeEach(() => {
  account = createAccount(maria);
  jest.spyOn(format, 'format').mockReturnValue('11/23/2026 1:15 am');
  jest.spyOn(format, 'parse').mockReturnValue(new Date(2026, 10, 23));
});
afterEach(() => jest.restoreAllMocks());

describe('a call that ends', () => {
  test('becomes a completed phone call of the person who made it', () => {
    expect(log()).toEqual({ telephonySessionId: 's-a1b2c3', extensionId: '101001', status: 'created', record: 1, code: null, detail: null });
    expect(only()).toMatchObject({
      externalid: key, title: 'Outbound call · +442079460018 · completed', message: 'Wants the renewal quote by Friday.', status: 'COMPLETE', timedevent: false, assigned: maria,
      phone: '+442079460018', custevent_rcns_session: 's-a1b2c3', custevent_rcns_extension: '101001', custevent_rcns_direction: 'Outbound', custevent_rcns_outcome: 'Completed',
      custevent_rcns_talk_s: 62, custevent_rcns_ring_s: 7, custevent_rcns_started: new Date('2026-11-23T09:15:00Z'), startdate: new Date(2026, 10, 23),
    });
  });

  test('sent twice stays one record, and the second time says so', () => {
    log();
    expect(log()).toMatchObject({ status: 'unchanged', record: 1 });
    only();
  });

  test('says how it sounded, and says no less when a later log does not know', () => {
    log({ quality: { mos: 3.87, jitterMs: 12, lossPercent: 2.4, roundTripMs: null, seconds: 60 } });
    expect(only()).toMatchObject({ custevent_rcns_mos: 3.87, custevent_rcns_jitter_ms: 12, custevent_rcns_loss_pct: 2.4 });
    expect(only()['custevent_rcns_rtt_ms']).toBeUndefined();
    expect(log({ recordingUrl: 'https://media.example.com/r/1' })).toMatchObject({ status: 'completed' });
    expect(only()).toMatchObject({ custevent_rcns_mos: 3.87 });
    expect(log({ quality: { mos: 3.87, jitterMs: 12, lossPercent: 2.4, roundTripMs: null, seconds: 60 }, recordingUrl: 'https://media.example.com/r/1' })).toMatchObject({ status: 'unchanged' });
  });

  test('told by two tabs is completed by the second', () => {
    log({ outcome: null, talkSeconds: null });
    expect(log({ notes: null })).toMatchObject({ status: 'completed', record: 1 });
    expect(only()).toMatchObject({ title: 'Outbound call · +442079460018 · completed', custevent_rcns_talk_s: 62, message: 'Wants the renewal quote by Friday.' });
  });

  test('that failed says why, and one that did not has no reason', () => {
    log({ outcome: 'Failed', reason: 'NotEnoughFunds' });
    expect(only()).toMatchObject({ custevent_rcns_reason: 'NotEnoughFunds', title: 'Outbound call · +442079460018 · failed (NotEnoughFunds)' });
    log({ telephonySessionId: 's-busy', outcome: 'Busy', reason: 'NotEnoughFunds' });
    expect(account.calls()[1]?.values).toMatchObject({ title: 'Outbound call · +442079460018 · busy' });
    expect(account.calls()[1]?.values['custevent_rcns_reason']).toBeUndefined();
  });

  test('remembers also what no field shows', () => {
    log({ from: { number: '+16505550100', name: null } });
    expect(log()).toMatchObject({ status: 'completed' });
    expect(only()['custevent_rcns_written']).toContain('Maria Santos');
  });

  test('refused by a race for its key, under whatever code, completes the record of the winner', () => {
    let raced = false;
    account.meanwhile = () => {
      if (raced) return;
      raced = true;
      account.meanwhile = () => undefined;
      log({ notes: null });
      throw netSuiteError('SOME_CODE_NOBODY_DOCUMENTED');
    };
    expect(log()).toMatchObject({ status: 'completed' });
    expect(only()).toMatchObject({ message: 'Wants the renewal quote by Friday.' });
  });

  test('keeps five megabytes out of the message and the whole notes in their own field', () => {
    log({ notes: { text: 'é'.repeat(100_000), at: 1 } });
    expect(Buffer.byteLength(String(only()['message']))).toBeLessThanOrEqual(3_900);
    expect(String(only()['custevent_rcns_notes'])).toHaveLength(100_000);
  });

  test('says what was chosen last, and nothing more once that was taken back', () => {
    log({ disposition: 'Call back', dispositionAt: 1_000 });
    log({ disposition: 'Reached', dispositionAt: 2_000 });
    log({ disposition: 'Call back', dispositionAt: 1_000 });
    expect(only()['custevent_rcns_disposition']).toBe('Reached');
    log({ disposition: '', dispositionAt: 3_000 });
    expect(only()['custevent_rcns_disposition']).toBe('');
  });

  test('with a disposition that the account does not know is logged without it', () => {
    expect(log({ disposition: '<script>' })).toMatchObject({ status: 'created' });
    expect(only()['custevent_rcns_disposition']).toBeUndefined();
  });
});

describe('a record that somebody touched', () => {
  test('keeps the title a person gave it', () => {
    log({ outcome: null });
    account.row(1).values['title'] = 'Ann about the renewal';
    log();
    expect(only()).toMatchObject({ title: 'Ann about the renewal', custevent_rcns_outcome: 'Completed' });
  });

  test('that changes while it is completed is read again', () => {
    log({ outcome: null });
    let times = 2;
    account.meanwhile = () => { if (times-- > 0) account.row(1).version += 1; };
    expect(log()).toMatchObject({ status: 'completed' });
    expect(only()['custevent_rcns_outcome']).toBe('Completed');
  });

  test('that never holds still is left for later', () => {
    log({ outcome: null });
    account.meanwhile = () => { account.row(1).version += 1; };
    expect(log()).toMatchObject({ status: 'later', code: 'LATER', detail: 'RCRD_HAS_BEEN_CHANGED' });
  });

  test('and deleted stays deleted', () => {
    account.add('customrecord_rcns_tombstone', { custrecord_rcns_ts_key: key });
    account.beforeSubmit = () => { throw netSuiteError('RCNS_CALL_WAS_DELETED'); };
    expect(log()).toMatchObject({ status: 'deleted', record: null, code: null });
    expect(account.calls()).toEqual([]);
  });
});

describe('notes from a computer whose clock is slow', () => {
  const slow = { text: 'Renewal quote sent on Thursday.', at: call.notes!.at - 600_000 };

  test('do not pass for saved: their writer is told what stands there, and may write over it having seen it', () => {
    log();
    expect(log({ notes: slow })).toMatchObject({ status: 'unchanged', notes: 'Wants the renewal quote by Friday.' });
    expect(only()['custevent_rcns_notes']).toBe('Wants the renewal quote by Friday.');
    const both = { ...slow, text: 'Wants the renewal quote by Friday. Sent on Thursday.', over: 'Wants the renewal quote by Friday.' };
    const { notes, status } = log({ notes: both });
    expect([status, notes]).toEqual(['completed', undefined]);
    expect(only()['custevent_rcns_notes']).toBe('Wants the renewal quote by Friday. Sent on Thursday.');
    expect(log({ notes: both })).toMatchObject({ status: 'unchanged' });
  });
});

describe('a record deleted while it is completed', () => {
  test.each([['with its tombstone', true], ['a moment before its tombstone', false]])('%s stays deleted', (_when, tombstone) => {
    log({ outcome: null });
    let saves = 0;
    account.meanwhile = () => {
      saves += 1;
      if (saves === 2) account.rows = tombstone ? [{ id: 9, type: 'customrecord_rcns_tombstone', version: 1, values: { custrecord_rcns_ts_key: key } }] : [];
    };
    expect(log()).toMatchObject({ status: 'deleted', record: null, code: null });
    expect([saves, account.calls()]).toEqual([2, []]);
  });
});

describe("somebody else's call", () => {
  test('is neither changed nor taken over', () => {
    log({ outcome: null });
    account.user = 102;
    expect(log()).toMatchObject({ status: 'refused', code: 'NOT_YOURS', record: null });
    expect(only()['custevent_rcns_outcome']).toBeUndefined();
  });

  test('counts as not yours also where it cannot be seen', () => {
    log();
    account.user = 102;
    account.invisible.add(1);
    expect(log()).toMatchObject({ status: 'refused', code: 'NOT_YOURS' });
  });

  test('counts as not yours also where it is listed and cannot be opened', () => {
    log();
    jest.spyOn(record, 'load').mockImplementation(() => { throw netSuiteError('INSUFFICIENT_PERMISSION'); });
    expect(log({ queue: 'Sales' })).toMatchObject({ status: 'refused', code: 'NOT_YOURS', record: null });
  });

  test('is not logged under another name by a Member, but by whoever may edit the settings', () => {
    log({ organizer: 102 });
    expect(only()['assigned']).toBe(maria);
    account.admin = true;
    logCall({ ...call, telephonySessionId: 's-other', organizer: 102 }, caller());
    expect(account.calls()[1]?.values['assigned']).toBe(102);
  });
});

describe('a call NetSuite will not take', () => {
  test.each([
    ['INSUFFICIENT_PERMISSION', 'refused', 'FORBIDDEN'],
    ['USER_ERROR', 'refused', 'NETSUITE'],
    ['SSS_USAGE_LIMIT_EXCEEDED', 'later', 'LATER'],
    ['UNEXPECTED_ERROR', 'later', 'LATER'],
  ])('for %s is %s with %s', (name, status, code) => {
    account.beforeSubmit = () => { throw netSuiteError(name); };
    expect(log()).toMatchObject({ status, code, detail: name });
    expect(account.calls()).toEqual([]);
  });

  test('because whom it matched vanished before the save is matched anew', () => {
    let times = 0;
    account.beforeSubmit = () => { if (times++ === 0) throw netSuiteError('INVALID_KEY_OR_REF'); };
    expect(log()).toMatchObject({ status: 'created' });
  });

  test.each([['23 November, 2026 1:15 am', '23 November, 2026'], ['2026-11-23 01:15:07', '2026-11-23'], ['23.11.2026 1-15 pm', '23.11.2026']])('is none because dates are written like %s', (shown, day) => {
    jest.spyOn(format, 'format').mockReturnValue(shown);
    log();
    expect(format.parse).toHaveBeenCalledWith(expect.objectContaining({ value: day }));
    expect(only()['startdate']).toEqual(new Date(2026, 10, 23));
  });

  test('is none because NetSuite cannot read its own dates', () => {
    jest.spyOn(format, 'parse').mockImplementation(() => { throw netSuiteError('SSS_INVALID_FORMAT'); });
    expect(log()).toMatchObject({ status: 'created' });
  });

  test('because its customer vanished meanwhile is logged unlinked', () => {
    account.beforeSubmit = (phoneCall) => { if (String(phoneCall.getValue({ fieldId: 'custevent_rcns_written' })).includes('"otherSide":{')) throw netSuiteError('INVALID_KEY_OR_REF'); };
    expect(log({ person: { type: 'customer', id: 999 } })).toMatchObject({ status: 'created' });
  });

  test('because its customer vanished meanwhile is completed when another tab was faster with the same', () => {
    let other = false;
    account.beforeSubmit = (phoneCall, creating) => {
      const named = String(phoneCall.getValue({ fieldId: 'custevent_rcns_written' })).includes('"otherSide":{');
      if (creating && named) throw netSuiteError('INVALID_KEY_OR_REF');
      if (other) return;
      other = true;
      log({ notes: null });
    };
    expect(log({ person: { type: 'customer', id: 999 } })).toMatchObject({ status: 'completed', record: 1 });
    expect(only()).toMatchObject({ custevent_rcns_notes: 'Wants the renewal quote by Friday.' });
  });

  test('says nothing about who was called', () => {
    account.beforeSubmit = () => { throw Object.assign(new Error('+442079460018 is invalid'), { name: 'call +442079460018' }); };
    expect(JSON.stringify(log())).not.toContain('7946');
  });
});

describe('what RingCentral\'s call log tells', () => {
  const told = (settled: string, record: number | null, changes: Partial<CallLog> = {}) => logCall({ ...call, notes: null, ...changes }, caller(), { source: 'call-log', settled, record });

  test('makes a record where there is none, and remembers what it said', () => {
    expect(told('h1', null)).toMatchObject({ status: 'created' });
    expect(only()).toMatchObject({ custevent_rcns_settled: 'h1', custevent_rcns_talk_s: 62 });
  });

  test('completes the record that was seen, without trying to make one', () => {
    log({ outcome: null, talkSeconds: null });
    const create = jest.spyOn(record, 'create');
    create.mockClear();
    expect(told('h1', 1)).toMatchObject({ status: 'completed', record: 1 });
    expect(create).not.toHaveBeenCalledWith({ type: 'phonecall' });
    expect(only()).toMatchObject({ custevent_rcns_settled: 'h1', custevent_rcns_talk_s: 62, message: 'Wants the renewal quote by Friday.' });
  });

  test('outranks what the line saw, whichever came first', () => {
    log({ talkSeconds: 70 });
    told('h1', 1, { talkSeconds: 62 });
    expect(log({ talkSeconds: 80 })).toMatchObject({ status: 'unchanged' });
    expect(only()).toMatchObject({ custevent_rcns_talk_s: 62 });
  });

  test('is remembered as said also where there was nothing to add', () => {
    told('h1', null);
    expect(told('h2', 1)).toMatchObject({ status: 'completed' });
    expect(told('h2', 1)).toMatchObject({ status: 'unchanged' });
    expect(only()).toMatchObject({ custevent_rcns_settled: 'h2' });
  });

  test('brings nothing back that a person deleted while it was on its way', () => {
    log();
    account.rows.length = 0;
    expect(told('h1', 1)).toMatchObject({ status: 'deleted' });
    expect(account.calls()).toEqual([]);
  });
});
