import * as v from 'valibot';
import { CallLog } from '../../src/wire/calls/log.ts';

const acme = {
  telephonySessionId: 's-a1b2c3', extensionId: '101001', direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: '+16505550100', name: 'Maria Santos' }, to: { number: '+442079460018', name: null },
  startedAt: '2026-11-23T09:15:00.000Z', talkSeconds: 62, ringSeconds: 7, queue: null,
  notes: { text: 'Wants the renewal quote by Friday.', at: 1795425360000 }, disposition: null,
  recordingUrl: null, voicemailUrl: null, person: { type: 'customer', id: 42 }, organizer: null,
  quality: { mos: 4.21, jitterMs: 6, lossPercent: 0.4, roundTripMs: null, seconds: 60 },
};

describe('a call log on its way to NetSuite', () => {
  test('is read as it was written', () => {
    expect(v.parse(CallLog, acme)).toEqual(acme);
  });

  test('of a missed call may say zero seconds, and a session id may hold a zero', () => {
    const missed = { ...acme, telephonySessionId: 's-a0d15', outcome: 'Missed', talkSeconds: 0, ringSeconds: 0, notes: { text: '', at: 0 } };
    expect(v.parse(CallLog, missed)).toEqual(missed);
  });

  test('of a sender that does not measure how a call sounds says nothing of it', () => {
    const older = Object.fromEntries(Object.entries(acme).filter(([name]) => name !== 'quality'));
    expect(v.parse(CallLog, older)).toEqual({ ...acme, quality: null });
  });

  test('loses what no database gives back as it was: half an emoji, control characters', () => {
    const { notes, to, queue } = v.parse(CallLog, { ...acme, notes: { text: 'a\u0000b \ud83d c\r\n\td \ud83e\udd8a \u200f\u0634', at: 1 }, to: { number: '+4420\u0007', name: 'Ann\udc00' }, queue: 'Sales\uffff' });
    expect([notes?.text, to, queue]).toEqual(['ab \ufffd c\r\n\td \ud83e\udd8a \u200f\u0634', { number: '+4420', name: 'Ann\ufffd' }, 'Sales']);
  });

  test.each([
    ['a session id that is no telephony session', { telephonySessionId: "s-1' OR '1'='1" }],
    ['an outcome nobody agreed on', { outcome: 'Great' }],
    ['negative talk time', { talkSeconds: -1 }],
    ['notes of five megabytes', { notes: { text: 'x'.repeat(5_000_000), at: 1 } }],
    ['a score that nobody can give', { quality: { ...acme.quality, mos: 9 } }],
    ['a recording link that is no address', { recordingUrl: 'call me' }],
    ['a start that is no time', { startedAt: 'yesterday' }],
    ['a start that reads like a time and is none', { startedAt: '2026-11-20T17:05:00+05' }],
    ['a link that would run', { voicemailUrl: 'javascript:alert(1)' }],
  ])('with %s is refused', (_what, wrong) => {
    expect(v.safeParse(CallLog, { ...acme, ...wrong }).success).toBe(false);
  });
});
