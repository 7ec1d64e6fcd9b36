import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openRecordFile } from '../../../emulators/ringcentral/account/records.ts';
import { createCallLog, type CallLog } from '../../../emulators/ringcentral/call-log/call-log.ts';
import type { CallRecord } from '../../../emulators/ringcentral/call-log/call-record.ts';
import { writeCallLog } from '../../../emulators/ringcentral/call-log/write-call-log.ts';
import type { Party, PartyEnd, Telephony, TelephonySessionEvent } from '../../../emulators/ringcentral/telephony/contract.ts';

const dana: PartyEnd = { extensionId: '101', extensionNumber: '101', name: 'Dana Whitfield', phoneNumber: '+16505550101' };
const miguel: PartyEnd = { extensionId: '102', extensionNumber: '102', name: 'Miguel Ortega' };
const priya: PartyEnd = { phoneNumber: '+442079460123', name: 'Priya Nair' };

let now = 0;
let tell: (event: TelephonySessionEvent) => void = () => undefined;
let log: CallLog;
let left: { extensionId: string; seconds: number }[] = [];
beforeEach(() => {
  now = Date.UTC(2026, 4, 4, 9);
  left = [];
  log = createCallLog({ kept: openRecordFile(':memory:').records('call-record'), now: () => now });
  writeCallLog({
    callLog: log,
    telephony: { onEvent(listener) { tell = listener; return () => undefined; } } as Pick<Telephony, 'onEvent'> as Telephony,
    leaveVoicemail(message) {
      left.push(message);
      return '4711';
    },
  });
});

/** After so many seconds a party does something; the first time it also says who it is. */
function call(...moves: [seconds: number, party: number, code: Party['code'], more?: Partial<Party>][]): CallRecord[] {
  const parties = new Map<number, Party>();
  const startedAt = now;
  for (const [seconds, number, code, more = {}] of moves) {
    now += seconds * 1000;
    const party: Party = { ...(parties.get(number) ?? { id: `p-a-${number}`, direction: 'Inbound', from: priya, to: dana, missedCall: false, muted: false }), code, ...more };
    parties.set(number, party);
    tell({ accountId: '1', telephonySessionId: 's-a', sessionId: '77', serverId: 'x', sequence: 2, eventTime: now, party });
  }
  now += 60_000;
  return log.started(startedAt, now).toSorted((a, b) => a.id.localeCompare(b.id));
}
const told = ({ result, durationMs, legs, companyWide }: CallRecord): unknown[] => [companyWide, result, durationMs / 1000, ...legs.map((leg) => `${leg.extensionId} ${leg.direction} ${leg.action} ${leg.result} ${leg.durationMs / 1000}`)];
const owned = { extensionId: '101' };

test('an answered call lasts from its answer', () => {
  const [record, ...more] = call([0, 1, 'Setup'], [0, 2, 'Setup', owned], [0, 1, 'Answered'], [1, 2, 'Proceeding'], [6, 2, 'Answered'], [40, 2, 'Disconnected'], [0, 1, 'Disconnected']);
  assert.deepEqual([record && told(record), more], [[true, 'Accepted', 40, '101 Inbound Phone Call Accepted 40'], []]);
});

test('nothing is written before the last party has left', () => {
  assert.deepEqual(call([0, 1, 'Setup'], [0, 2, 'Setup', owned], [5, 2, 'Answered'], [5, 2, 'Disconnected', { reason: 'BlindTransfer' }]), []);
});

test('missed, declined and left to the mailbox are three things', () => {
  const ringing: Parameters<typeof call> = [[0, 1, 'Setup'], [0, 2, 'Setup', owned], [1, 2, 'Proceeding']];
  assert.equal(call(...ringing, [9, 2, 'Disconnected', { missedCall: true }], [0, 1, 'Disconnected'])[0]?.result, 'Missed');
  assert.equal(call(...ringing, [9, 2, 'Disconnected'], [0, 1, 'Disconnected'])[0]?.result, 'Rejected');
  const [message] = call(...ringing, [9, 2, 'VoiceMail'], [12, 2, 'Disconnected'], [0, 1, 'Disconnected']);
  assert.deepEqual([message?.result, message?.legs[0].voicemailId, left.map(({ extensionId, seconds }) => [extensionId, seconds])], ['Voicemail', '4711', [['101', 12]]]);
});

test('an outbound call says how the other side took it', () => {
  const dialled = { direction: 'Outbound' as const, from: dana, to: priya };
  const dial = (...end: Parameters<typeof call>): CallRecord | undefined => call([0, 1, 'Setup', { ...dialled, ...owned }], [0, 2, 'Proceeding', dialled], [0, 1, 'Proceeding'], ...end)[0];
  const talked = dial([4, 2, 'Answered'], [0, 1, 'Answered'], [30, 1, 'Disconnected'], [0, 2, 'Disconnected']);
  assert.deepEqual(talked && told(talked), [true, 'Call connected', 30, '101 Outbound VoIP Call Call connected 30']);
  assert.equal(dial([4, 1, 'Disconnected'], [0, 2, 'Disconnected'])?.result, 'Hang Up');
  assert.equal(dial([1, 2, 'Disconnected', { reason: 'TargetBusy' }], [0, 1, 'Disconnected'])?.result, 'Busy');
});

test('a call between users is a record of each, or one of both where the log is kept so', () => {
  const internal = { from: { ...dana, phoneNumber: '' }, to: miguel };
  const talk: Parameters<typeof call> = [
    [0, 1, 'Setup', { ...internal, direction: 'Outbound', ...owned }], [0, 2, 'Setup', { ...internal, extensionId: '102' }], [0, 1, 'Answered'], [5, 2, 'Answered'], [20, 1, 'Disconnected'], [0, 2, 'Disconnected'],
  ];
  assert.deepEqual(call(...talk).map(told), [[true, 'Call connected', 20, '101 Outbound VoIP Call Call connected 20'], [true, 'Accepted', 20, '102 Inbound Phone Call Accepted 20']]);
  log.set({ internalCalls: 'one record' });
  assert.deepEqual(call(...talk).filter(({ companyWide }) => companyWide).map(told), [[true, 'Call connected', 20, '101 Outbound VoIP Call Call connected 20', '102 Inbound Phone Call Accepted 20']]);
});

test('a transfer is a leg of the same call, and a record in the log of whoever took it', () => {
  const records = call(
    [0, 1, 'Setup'], [0, 2, 'Setup', owned], [5, 2, 'Answered'], [20, 2, 'Disconnected', { reason: 'BlindTransfer' }],
    [0, 3, 'Setup', { extensionId: '102', to: miguel }], [5, 3, 'Answered'], [60, 3, 'Disconnected'], [0, 1, 'Disconnected'],
  );
  assert.deepEqual(records.map(told), [
    [true, 'Accepted', 85, '101 Inbound Phone Call Accepted 20', '102 Inbound Transfer Accepted 60'],
    [false, 'Accepted', 60, '102 Inbound Transfer Accepted 60'],
  ]);
});

test('a parked call that a colleague picks up is the colleague’s from then on', () => {
  const records = call(
    [0, 1, 'Setup'], [0, 2, 'Setup', owned], [5, 2, 'Answered'], [20, 2, 'Parked', { reason: 'CallPark', park: { id: '*801' } }],
    [30, 3, 'Setup', { extensionId: '102', to: miguel }], [0, 3, 'Answered'], [0, 2, 'Disconnected', { reason: 'Pickup' }], [10, 3, 'Disconnected'], [0, 1, 'Disconnected'],
  );
  assert.deepEqual(records[0]?.legs.map(({ extensionId, action, durationMs }) => [extensionId, action, durationMs / 1000]), [['101', 'Phone Call', 20], ['101', 'Call Park', 0], ['102', 'Pickup', 10]]);
});

test('what was recorded can be read some time after the call', () => {
  const [record] = call([0, 1, 'Setup'], [0, 2, 'Setup', owned], [5, 2, 'Answered'], [5, 2, 'Answered', { recordings: [{ id: '55', active: true }] }], [30, 2, 'Disconnected'], [0, 1, 'Disconnected']);
  assert.deepEqual(record?.legs[0].recording, { id: '55', type: 'OnDemand', seconds: 35, appearsAt: now - 60_000 + log.settings().recordingDelayMs });
});
