import { isExtension, logEverything, wantsLogging, type LoggableCall, type WhatToLog } from '../../../src/core/calls/wants-logging.ts';

const call = (more: Partial<LoggableCall> = {}): LoggableCall => ({ direction: 'Inbound', internal: false, outcome: 'Completed', talkSeconds: 95, annotated: false, ...more });
const wanted = (more: Partial<WhatToLog> = {}): WhatToLog => ({ ...logEverything, ...more });

describe('what to log', () => {
  test.each<[string, Partial<LoggableCall>]>([
    ['a talk of a second', { talkSeconds: 1 }],
    ['a missed call', { outcome: 'Missed', talkSeconds: 0 }],
    ['a chat with a colleague', { internal: true }],
    ['a call nobody knows the end of', { outcome: null, talkSeconds: null }],
  ])('is everything at first: %s', (_what, more) => expect(wantsLogging(logEverything, call(more))).toBe(true));

  test('by direction leaves the other one out', () => {
    expect(wantsLogging(wanted({ inbound: false }), call())).toBe(false);
    expect(wantsLogging(wanted({ inbound: false }), call({ direction: 'Outbound' }))).toBe(true);
    expect(wantsLogging(wanted({ outbound: false }), call({ direction: 'Outbound' }))).toBe(false);
  });

  test('without internal calls keeps those with customers', () => {
    expect(wantsLogging(wanted({ internal: false }), call({ internal: true }))).toBe(false);
    expect(wantsLogging(wanted({ internal: false }), call())).toBe(true);
  });

  test('from 30 seconds leaves out a talk of 29, and no talk of 30', () => {
    expect(wantsLogging(wanted({ minimumSeconds: 30 }), call({ talkSeconds: 29 }))).toBe(false);
    expect(wantsLogging(wanted({ minimumSeconds: 30 }), call({ talkSeconds: 30 }))).toBe(true);
  });

  test.each(['Missed', 'Voicemail', 'Declined', 'No answer', 'Busy', 'Failed'] as const)('from 30 seconds keeps a call that was %s: nobody talked too briefly', (outcome) => {
    expect(wantsLogging(wanted({ minimumSeconds: 30 }), call({ outcome, talkSeconds: 0 }))).toBe(true);
  });

  test('leaves out nothing whose talk time is not known yet', () => expect(wantsLogging(wanted({ minimumSeconds: 30 }), call({ talkSeconds: null }))).toBe(true));

  test('always includes a call that somebody noted something about', () => {
    const nothing: WhatToLog = { inbound: false, outbound: false, internal: false, minimumSeconds: 3600 };
    expect(wantsLogging(nothing, call({ annotated: true, internal: true, talkSeconds: 2 }))).toBe(true);
  });
});

describe('the other side of an internal call', () => {
  test.each(['101', '10', '204417', '1911', '9110', '1120', '21000', '0001'])('is the extension %s', (number) => expect(isExtension(number)).toBe(true));
  test.each(['', '+16505550100', '5550100', '911', '411', '112', '118', '988', '999', '000', '1', '2044170', '*67', 'anonymous'])('is not %p', (number) => expect(isExtension(number)).toBe(false));
});
