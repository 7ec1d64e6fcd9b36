import * as v from 'valibot';
import { CallLog } from '../../src/wire/calls/log.ts';

const acme = {
  telephonySessionId: 's-a1b2c3', extensionId: '101001', direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: '+16505550100', name: 'Maria Santos' }, to: { number: '+442079460018', name: null },
  startedAt: '2026-11-23T09:15:00.000Z', talkSeconds: 62, ringSeconds: 7, queue: null,
  notes: { text: 'Wants the renewal quote by Friday.', at: 1795425360000 }, disposition: null,
  recordingUrl: null, voicemailUrl: null, person: { type: 'customer', id: 42 }, organizer: null,
};

describe('a call log on its way to NetSuite', () => {
  test('is read as it was written', () => {
    expect(v.parse(CallLog, acme)).toEqual(acme);
  });

  test.each([
    ['a session id that is no telephony session', { telephonySessionId: "s-1' OR '1'='1" }],
    ['an outcome nobody agreed on', { outcome: 'Great' }],
    ['negative talk time', { talkSeconds: -1 }],
    ['notes of five megabytes', { notes: { text: 'x'.repeat(5_000_000), at: 1 } }],
    ['a recording link that is no address', { recordingUrl: 'call me' }],
    ['a start that is no time', { startedAt: 'yesterday' }],
  ])('with %s is refused', (_what, wrong) => {
    expect(v.safeParse(CallLog, { ...acme, ...wrong }).success).toBe(false);
  });
});
