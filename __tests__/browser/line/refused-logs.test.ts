import { logEverything } from '../../../src/core/calls/wants-logging.ts';
import type { CallReport } from '../../../src/core/calls/to-log.ts';
import type { CallLog } from '../../../src/wire/calls/log.ts';
import type { LogResult } from '../../../src/wire/calls/log-answer.ts';
import type { TextLog } from '../../../src/wire/messages/log.ts';
import { NetSuiteFailure } from '../../../src/browser/netsuite/failure.ts';
import { createDraftStore } from '../../../src/browser/line/outbox/draft-store.ts';
import { largestBytes } from '../../../src/browser/line/outbox/next-batch.ts';
import { createOutbox } from '../../../src/browser/line/outbox/outbox.ts';
import { createFakeEnvironment, createPlainLasting } from './fakes.ts';
import { settled } from './hand-clock.ts';

const report = (session: string, more: Partial<CallReport> = {}): CallReport => ({
  telephonySessionId: session, extensionId: '101', direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: '+16505550101', name: 'Dana' }, to: { number: '+12125550147', name: 'Willow Bay Candles' }, startedAt: Date.UTC(2026, 10, 24, 9, 30),
  talkSeconds: 62, ringSeconds: 8, queue: null, notes: null, disposition: null, person: null, quality: null, ...more,
});
const said = (status: LogResult['status'], more: Partial<LogResult> = {}): LogResult => ({ telephonySessionId: 's-1', extensionId: '101', status, record: status === 'refused' || status === 'later' ? null : 77, code: null, detail: null, ...more });
const text = (messageId: string, words: string): TextLog => ({
  messageId, extensionId: '101', conversationId: '77', direction: 'Outbound', from: { number: '+16505550101', name: null }, to: [{ number: '+12125550147', name: 'Willow Bay Candles' }], ours: '+16505550101',
  at: '2026-11-24T09:30:00.000Z', text: words, attachments: [], delivery: 'Sent', reason: null, person: null, organizer: null,
});
const ended = { open: false, throughQueue: false };

function open({ longestRetryMs = 60_000 } = {}) {
  const fakes = createFakeEnvironment();
  const requests: { calls: CallLog[]; texts: unknown[] }[] = [];
  let answer = (call: CallLog): LogResult => said('created', { telephonySessionId: call.telephonySessionId });
  let whole = (_calls: CallLog[]): void => undefined;
  const make = () => createOutbox({
    account: '4321098', user: 7, environment: fakes.environment, timings: { retryLogMs: 2_000, longestRetryMs, refusedLogMs: 600_000 },
    store: createDraftStore(createPlainLasting(fakes.store), '4321098', 7), whatToLog: () => logEverything, onNotes: () => false, onChange: () => undefined,
    netsuite: {
      log: async ({ calls, texts = [] }) => {
        requests.push({ calls: calls as CallLog[], texts });
        whole(calls as CallLog[]);
        return { calls: (calls as CallLog[]).map(answer), texts: texts.map(() => ({ ...said('created'), messageId: '1001' })) };
      },
    },
  });
  return {
    ...fakes, requests, outbox: make(), make,
    answers: (next: (call: CallLog) => LogResult) => (answer = next),
    failsWhole: (next: (calls: CallLog[]) => void) => (whole = next),
    sizes: () => requests.map(({ calls, texts }) => calls.length + texts.length),
  };
}
const refuses = (code: LogResult['code'], detail: string | null = null) => (): LogResult => said('refused', { code, detail });
const sends = (line: ReturnType<typeof open>): CallLog | undefined => line.requests.at(-1)?.calls.at(-1);

describe('many logs at once', () => {
  it('of a week offline go in one burst of batches, and none twice', async () => {
    // Tries are rarer than in life, so that the week passes quickly.
    const line = open({ longestRetryMs: 6 * 3_600_000 });
    line.failsWhole(() => { throw new NetSuiteFailure('network', 'TypeError'); });
    for (let call = 0; call < 130; call += 1) line.outbox.keep(`c${call}`, report(`s-${call}`), ended);
    line.outbox.flush();
    await line.clock.pass(7 * 24 * 3_600_000);
    expect(line.outbox.unsent().waiting).toBe(130);
    line.failsWhole(() => undefined);
    const before = line.requests.length;
    line.goOnline();
    await settled(40);
    const burst = line.requests.slice(before);
    expect(burst.map(({ calls }) => calls.length)).toEqual([50, 50, 30]);
    expect(new Set(burst.flatMap(({ calls }) => calls.map(({ telephonySessionId }) => telephonySessionId))).size).toBe(130);
    expect(line.outbox.unsent().waiting).toBe(0);
  });

  it('wait longer and longer between tries, and not beyond a minute', async () => {
    const line = open();
    line.failsWhole(() => { throw new NetSuiteFailure('limits', 'SSS_REQUEST_LIMIT_EXCEEDED'); });
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    const tries: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      const before = line.requests.length;
      await line.clock.pass(60_000);
      tries.push(line.requests.length - before);
    }
    expect(tries).toEqual([4, 1, 1, 1]);
  });

  it('are cut by their size as well as by their number', async () => {
    const line = open();
    const long = 'é'.repeat(largestBytes / 2 / 50);
    for (let call = 0; call < 50; call += 1) line.outbox.keep(`c${call}`, report(`s-${call}`, { notes: { text: long, at: 1 } }), ended);
    line.outbox.flush();
    await settled(40);
    expect(line.sizes()).toEqual([49, 1]);
  });

  it('of messages and calls share a request, and messages wait until their conversation pauses', async () => {
    const line = open();
    line.outbox.keepText(text('1001', 'On my way'), { open: true });
    line.outbox.keepText(text('1002', 'See you'), { open: true });
    line.outbox.flush();
    await settled();
    expect([line.requests, line.outbox.needsThisLine()]).toEqual([[], false]);
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.closeTexts();
    await settled();
    expect(line.requests).toEqual([{ calls: [expect.objectContaining({ telephonySessionId: 's-1' })], texts: [text('1001', 'On my way'), text('1002', 'See you')] }]);
    expect(line.outbox.unsent()).toMatchObject({ waiting: 0, waitingTexts: 0 });
  });

  it('left open by a line that died are sent by the next one, messages too', async () => {
    const line = open();
    line.outbox.keepText(text('1001', 'On my way'), { open: true });
    await settled();
    await line.make().start(() => false);
    await settled();
    expect(line.requests.at(-1)?.texts).toEqual([text('1001', 'On my way')]);
  });
});

describe('one bad log among many', () => {
  it('is found by halving when NetSuite refuses the batch whole; the others go through', async () => {
    const line = open();
    line.failsWhole((calls) => { if (calls.some(({ telephonySessionId }) => telephonySessionId === 's-5')) throw new NetSuiteFailure('refused', 'body', 'BAD_REQUEST'); });
    for (let call = 0; call < 8; call += 1) line.outbox.keep(`c${call}`, report(`s-${call}`), ended);
    line.outbox.flush();
    await settled(60);
    expect(line.outbox.unsent()).toMatchObject({ waiting: 0, refused: [{ id: 'c5', code: 'BAD_REQUEST' }] });
  });

  it('that kills NetSuite’s script does not hold up the others, and is listed after three tries alone', async () => {
    const line = open();
    line.failsWhole((calls) => { if (calls.some(({ telephonySessionId }) => telephonySessionId === 's-2')) throw new NetSuiteFailure('failed', 'SSS_TIME_LIMIT_EXCEEDED'); });
    for (let call = 0; call < 8; call += 1) line.outbox.keep(`c${call}`, report(`s-${call}`), ended);
    line.outbox.flush();
    await line.clock.pass(120_000);
    expect(line.outbox.unsent()).toMatchObject({ waiting: 0, refused: [{ id: 'c2', code: 'NETSUITE', detail: 'SSS_TIME_LIMIT_EXCEEDED' }] });
  });

  it('is only waiting while NetSuite fails over everything', async () => {
    const line = open();
    line.failsWhole(() => { throw new NetSuiteFailure('failed', 'HTTP 503'); });
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await line.clock.pass(3_600_000);
    expect(line.outbox.unsent()).toMatchObject({ waiting: 1, refusedInAll: 0 });
  });

  it('is not looked for when the role may not log at all: one request says so for all', async () => {
    const line = open();
    line.failsWhole(() => { throw new NetSuiteFailure('refused', 'INSUFFICIENT_PERMISSION', 'FORBIDDEN'); });
    for (let call = 0; call < 30; call += 1) line.outbox.keep(`c${call}`, report(`s-${call}`), ended);
    line.outbox.flush();
    await settled();
    expect([line.requests.length, line.outbox.unsent().refused.length, line.outbox.unsent().refusedInAll]).toEqual([1, 20, 30]);
  });
});

describe('a log that NetSuite refuses for good', () => {
  const refused = async (code: LogResult['code'], detail: string, more: Partial<CallReport> = {}) => {
    const line = open();
    line.answers(refuses(code, detail));
    line.outbox.keep('c1', report('s-1', { notes: { text: 'Wants the large ones', at: 5 }, person: { type: 'customer', id: 12 }, ...more }), ended);
    line.outbox.flush();
    await settled();
    return line;
  };

  it.each<[LogResult['code'], string, string[]]>([
    ['TOO_LARGE', 'notes.text', ['notes']],
    ['BAD_REQUEST', 'person.id', ['person']],
    ['BAD_REQUEST', 'startedAt', []],
    ['NETSUITE', 'USER_ERROR', ['notes', 'person']],
    ['FORBIDDEN', 'INSUFFICIENT_PERMISSION', []],
    ['NOT_YOURS', 'organizer', []],
  ])('says what may help: %s %s', async (code, detail, correctable) => {
    const line = await refused(code, detail);
    expect(line.outbox.unsent().refused).toEqual([{ id: 'c1', kind: 'call', direction: 'Outbound', with: { number: '+12125550147', name: 'Willow Bay Candles' }, at: Date.UTC(2026, 10, 24, 9, 30), code, detail, notes: 'Wants the large ones', theirs: null, correctable }]);
  });

  it('is sent corrected by its owner', async () => {
    const line = await refused('NETSUITE', 'USER_ERROR');
    line.answers(() => said('created'));
    expect(line.outbox.sendAgain('c1', { notes: 'Large ones', person: null })).toBe(true);
    await settled();
    expect(sends(line)).toMatchObject({ notes: { text: 'Large ones' }, person: null });
    expect(line.outbox.unsent()).toMatchObject({ waiting: 0, refusedInAll: 0 });
  });

  it('can be discarded, and never comes back', async () => {
    const line = await refused('NETSUITE', 'USER_ERROR');
    expect([line.outbox.discard('c1'), line.outbox.discard('c1'), line.outbox.sendAgain('c1', {})]).toEqual([true, false, false]);
    const next = line.make();
    await next.start(() => false);
    expect(next.unsent().refusedInAll).toBe(0);
  });

  it('cannot be discarded while it is only waiting', async () => {
    const line = open();
    line.failsWhole(() => { throw new NetSuiteFailure('network', 'TypeError'); });
    line.outbox.keep('c1', report('s-1'), ended);
    expect([line.outbox.discard('c1'), line.outbox.unsent().waiting]).toEqual([false, 1]);
  });

  it('gets another chance with a page loaded ten minutes later, not with every page', async () => {
    const line = await refused('FORBIDDEN', 'INSUFFICIENT_PERMISSION');
    line.outbox.pageLoaded();
    await settled();
    expect(line.requests).toHaveLength(1);
    await line.clock.pass(600_000);
    line.answers(() => said('created'));
    line.outbox.pageLoaded();
    await settled();
    expect([line.requests.length, line.outbox.unsent().refusedInAll]).toEqual([2, 0]);
  });

  it('is not sent again by every line that starts, as each page’s may in some browsers', async () => {
    const line = await refused('FORBIDDEN', 'INSUFFICIENT_PERMISSION');
    const next = line.make();
    await next.start(() => false);
    await settled();
    expect([line.requests.length, next.unsent().refusedInAll]).toEqual([1, 1]);
    await line.clock.pass(600_000);
    await line.make().start(() => false);
    await settled();
    expect(line.requests).toHaveLength(2);
  });

  it('because the record is somebody else’s stays listed over restarts and is not sent again by itself', async () => {
    const line = await refused('NOT_YOURS', 'organizer');
    const next = line.make();
    await next.start(() => false);
    await settled();
    expect([line.requests.length, next.unsent().refused.map(({ code }) => code)]).toEqual([1, ['NOT_YOURS']]);
  });

  it('is not refused when it was changed while it was under way', async () => {
    const line = open();
    let letGo = (): void => undefined;
    line.answers(refuses('TOO_LARGE', 'notes.text'));
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const outbox = createOutbox({
      account: '4321098', user: 7, environment: line.environment, timings: { retryLogMs: 2_000, longestRetryMs: 60_000, refusedLogMs: 600_000 }, whatToLog: () => logEverything, onNotes: () => false, onChange: () => undefined,
      store: createDraftStore(createPlainLasting(line.store), '4321098', 7),
      netsuite: { log: async ({ calls }) => { await held; return { calls: calls.map((call) => ((call as CallLog).notes ? refuses('TOO_LARGE', 'notes.text')() : said('created'))), texts: [] }; } },
    });
    outbox.keep('c1', report('s-1', { notes: { text: 'long', at: 1 } }), ended);
    outbox.flush();
    outbox.keep('c1', report('s-1'), ended);
    letGo();
    await settled(30);
    expect(outbox.unsent()).toMatchObject({ waiting: 0, refusedInAll: 0 });
  });

  it('is listed too when it is a message, by whom it was with', async () => {
    const line = open();
    const outbox = createOutbox({
      account: '4321098', user: 7, environment: line.environment, timings: { retryLogMs: 2_000, longestRetryMs: 60_000, refusedLogMs: 600_000 }, whatToLog: () => logEverything, onNotes: () => false, onChange: () => undefined,
      store: createDraftStore(createPlainLasting(line.store), '4321098', 7),
      netsuite: { log: async () => ({ calls: [], texts: [{ messageId: '1001', extensionId: '101', status: 'refused', record: null, code: 'TOO_LARGE', detail: 'text' }] }) },
    });
    outbox.keepText(text('1001', 'A very long one'), { open: false });
    outbox.flush();
    await settled();
    expect(outbox.unsent().refused).toMatchObject([{ id: 'text:1001', kind: 'text', with: { name: 'Willow Bay Candles' }, code: 'TOO_LARGE', correctable: [] }]);
  });
});
