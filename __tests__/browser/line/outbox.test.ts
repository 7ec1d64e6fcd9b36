import type { CallReport } from '../../../src/core/calls/to-log.ts';
import { logEverything, type WhatToLog } from '../../../src/core/calls/wants-logging.ts';
import type { LogRequest } from '../../../src/wire/calls/log.ts';
import type { LogResult } from '../../../src/wire/calls/log-answer.ts';
import { nothingUnsent } from '../nothing-unsent.ts';
import { NetSuiteFailure } from '../../../src/browser/netsuite/failure.ts';
import { createDraftStore } from '../../../src/browser/line/outbox/draft-store.ts';
import { createOutbox } from '../../../src/browser/line/outbox/outbox.ts';
import { createFakeEnvironment, createPlainLasting } from './fakes.ts';
import { settled } from './hand-clock.ts';

const report = (session: string, more: Partial<CallReport> = {}): CallReport => ({
  telephonySessionId: session, extensionId: '101', direction: 'Outbound', outcome: 'Completed', reason: null,
  from: { number: '+16505550101', name: 'Dana' }, to: { number: '+12125550147', name: null }, startedAt: Date.UTC(2026, 10, 24, 9, 30),
  talkSeconds: 62, ringSeconds: 8, queue: null, notes: null, disposition: null, person: null, quality: null, ...more,
});
const result = (status: LogResult['status'], more: Partial<LogResult> = {}): LogResult => ({ telephonySessionId: 's-1', extensionId: '101', status, record: status === 'refused' || status === 'later' ? null : 77, code: null, detail: null, ...more });
const ended = { open: false, throughQueue: false };
type Reply = (request: LogRequest) => LogResult[] | Promise<LogResult[]>;

function open(fakes = createFakeEnvironment(), user = 7) {
  const sealed = createPlainLasting(fakes.store);
  const sent: LogRequest[] = [];
  let wanted: WhatToLog | null = logEverything;
  let reply: Reply = ({ calls }) => calls.map(() => result('created'));
  const make = () => createOutbox({
    account: '4321098', user, environment: fakes.environment, timings: { retryLogMs: 2_000, longestRetryMs: 60_000, refusedLogMs: 600_000 }, store: createDraftStore(sealed, '4321098', user),
    netsuite: { log: async (request) => { sent.push(request); return { calls: await reply(request), texts: [] }; } }, whatToLog: () => wanted, onNotes: () => false, onChange: () => undefined,
  });
  return { ...fakes, fakes, sealed, outbox: make(), make, want: (next: WhatToLog | null) => { wanted = next; }, sent, reply: (next: Reply) => (reply = next) };
}

describe('a log on its way to NetSuite', () => {
  it('goes in one request, says whose it is, and is forgotten when acknowledged', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled();
    expect(line.sent).toEqual([{ account: '4321098', user: 7, calls: [expect.objectContaining({ telephonySessionId: 's-1', startedAt: '2026-11-24T09:30:00.000Z', talkSeconds: 62 })] }]);
    expect([line.outbox.unsent().waiting, line.outbox.logged('c1'), await line.sealed.names('draft:')]).toEqual([0, { status: 'saved', record: 77 }, []]);
  });

  it('takes notes that came after their call had left the list, into what waits or as a report of their own', async () => {
    const line = open();
    line.reply(() => { throw new NetSuiteFailure('network', 'x'); });
    line.outbox.keep('c1', report('s-1'), ended);
    const notes = { text: 'Wants ten flight plans', at: 1_790_000_000_000 };
    line.outbox.keepNotes('c1', report('s-1', { talkSeconds: null, notes }));
    line.reply(({ calls }) => calls.map(() => result('completed')));
    await line.clock.pass(60_000);
    expect(line.sent.at(-1)?.calls).toEqual([expect.objectContaining({ talkSeconds: 62, notes })]);
    line.outbox.keepNotes('c1', report('s-1', { talkSeconds: null, notes }));
    await settled();
    expect(line.sent.at(-1)?.calls).toEqual([expect.objectContaining({ telephonySessionId: 's-1', talkSeconds: null, notes })]);
    expect(await line.sealed.names('draft:')).toEqual([]);
  });

  it('is not sent while the call is up', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1', { outcome: null }), { open: true, throughQueue: false });
    line.outbox.flush();
    await settled();
    expect([line.sent, line.outbox.logged('c1')]).toEqual([[], null]);
  });

  it.each(['network', 'limits'] as const)('waits and tries again when NetSuite has trouble: %s', async (kind) => {
    const line = open();
    line.reply(() => { throw new NetSuiteFailure(kind, 'x'); });
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled();
    expect([line.outbox.unsent(), line.outbox.logged('c1')]).toEqual([{ ...nothingUnsent, waiting: 1 }, { status: 'waiting', record: null }]);
    line.reply(() => [result('created')]);
    await line.clock.pass(2_000);
    expect(line.outbox.unsent().waiting).toBe(0);
  });

  it('is acknowledged item by item', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.keep('c2', report('s-2'), ended);
    line.outbox.keep('c3', report('s-3'), ended);
    line.reply(({ calls }) => (calls.length === 3 ? [result('created'), result('later'), result('refused', { code: 'BAD_REQUEST', detail: 'startedAt' })] : [result('later')]));
    line.outbox.flush();
    await settled();
    expect(line.outbox.unsent()).toMatchObject({ waiting: 1, refused: [{ id: 'c3', kind: 'call', with: { number: '+12125550147' }, code: 'BAD_REQUEST', detail: 'startedAt' }], refusedInAll: 1 });
    line.reply(() => [result('completed')]);
    await line.clock.pass(2_000);
    expect(line.sent.at(-1)?.calls).toEqual([expect.objectContaining({ telephonySessionId: 's-2' })]);
  });

  it('asks to sign in again when the NetSuite session has ended, and is written afterwards', async () => {
    const line = open();
    line.reply(() => { throw new NetSuiteFailure('session-ended', 'HTTP 302'); });
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled();
    expect(line.outbox.unsent()).toMatchObject({ waiting: 1, sessionEnded: true });
    line.reply(() => [result('created')]);
    line.outbox.tryAll();
    await settled();
    expect(line.outbox.unsent()).toEqual(nothingUnsent);
  });

  it('is kept when its call changes while it is being sent', async () => {
    const line = open();
    let letGo = (_results: LogResult[]): void => undefined;
    line.reply(() => new Promise((resolve) => (letGo = resolve)));
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled(2);
    line.outbox.keep('c1', report('s-1', { notes: { text: 'wants a quote', at: 5 } }), ended);
    line.reply(() => [result('completed')]);
    letGo([result('created')]);
    await settled();
    expect(line.sent.at(-1)?.calls).toEqual([expect.objectContaining({ notes: { text: 'wants a quote', at: 5 } })]);
    expect(line.outbox.unsent().waiting).toBe(0);
  });

  it('is acknowledged and listed when the record is somebody else’s', async () => {
    const line = open();
    line.reply(() => [result('refused', { code: 'NOT_YOURS' })]);
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled();
    expect(line.outbox.unsent()).toMatchObject({ waiting: 0, refused: [{ id: 'c1', code: 'NOT_YOURS' }] });
  });

  it('outlives the worker', async () => {
    const line = open();
    line.reply(() => { throw new NetSuiteFailure('network', 'x'); });
    line.outbox.keep('c1', report('s-1'), ended);
    await settled();
    line.reply(() => [result('created')]);
    const next = line.make();
    await next.start(() => false);
    await settled();
    expect([line.sent.length, next.unsent().waiting, await line.sealed.names('draft:')]).toEqual([1, 0, []]);
  });

  it('is sent from memory where the browser’s storage is full', async () => {
    const line = open();
    line.store.set = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled();
    expect([line.sent.length, line.outbox.logged('c1')]).toEqual([1, { status: 'saved', record: 77 }]);
    await line.outbox.close();
  });

  it('of a call whose line died is closed and sent, with no time guessed', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1', { talkSeconds: null, ringSeconds: 8 }), { open: true, throughQueue: false });
    await settled();
    await line.make().start(() => false);
    await settled();
    expect(line.sent[0]?.calls).toEqual([expect.objectContaining({ outcome: 'Completed', talkSeconds: null })]);
  });

  it('of a call that goes on with the next line stays open, and is closed if it does not after all', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1', { talkSeconds: null, ringSeconds: 8 }), { open: true, throughQueue: false });
    await settled();
    const next = line.make();
    await next.start((callId) => callId === 'c1');
    await settled();
    expect([next.isOpen('c1'), line.sent]).toEqual([true, []]);
    next.closeDraft('c1');
    await settled();
    expect([next.isOpen('c1'), line.sent[0]?.calls]).toEqual([false, [expect.objectContaining({ talkSeconds: null })]]);
  });

  it('of a call whose line died waits until it is known what the company logs, and goes when that is everything', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1', { outcome: null, talkSeconds: null }), { open: true, throughQueue: false });
    line.want(null);
    const next = line.make();
    await next.start(() => false);
    next.flush();
    await settled();
    expect([line.sent, next.needsThisLine(), await line.sealed.names('draft:')]).toEqual([[], false, ['draft:4321098:7:c1']]);
    line.want(logEverything);
    next.companyKnown();
    await settled();
    expect([line.sent.length, await line.sealed.names('draft:')]).toEqual([1, []]);
  });

  it('of a call whose line died makes no record where the company wants none of such, unless somebody wrote notes', async () => {
    const line = open();
    line.want({ ...logEverything, outbound: false });
    const up = { open: true, throughQueue: false };
    line.outbox.keep('c1', report('s-1', { outcome: null, talkSeconds: null }), up);
    line.outbox.keep('c2', report('s-2', { outcome: null, talkSeconds: null, notes: { text: 'Wants two crates', at: 1 } }), up);
    line.outbox.keep('c3', report('s-3', { direction: 'Inbound', outcome: null, talkSeconds: null }), up);
    const next = line.make();
    await next.start(() => false);
    await settled();
    expect([line.sent.map(({ calls }) => calls), await line.sealed.names('draft:')]).toEqual([[[expect.objectContaining({ telephonySessionId: 's-2' }), expect.objectContaining({ telephonySessionId: 's-3' })]], []]);
  });

  it('of a queue’s call that was only ringing here is left to sync', async () => {
    const line = open();
    line.outbox.keep('c1', report('s-1', { direction: 'Inbound', outcome: null, talkSeconds: null }), { open: true, throughQueue: true });
    await settled();
    await line.make().start(() => false);
    await settled();
    expect([line.sent, await line.sealed.names('draft:')]).toEqual([[], []]);
  });

  it('is not handed to the next line where the browser keeps nothing', async () => {
    const line = open();
    line.fakes.store.set = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    line.reply(() => { throw new NetSuiteFailure('network', 'x'); });
    line.outbox.keep('c1', report('s-1'), ended);
    line.outbox.flush();
    await settled();
    expect([line.outbox.unsent(), line.outbox.needsThisLine()]).toEqual([{ ...nothingUnsent, waiting: 1, lasting: false }, true]);
    line.reply(() => [result('created')]);
    await line.clock.pass(2_000);
    expect([line.outbox.unsent().waiting, line.outbox.needsThisLine()]).toEqual([0, false]);
  });

  it('is never shown to or sent for another user', async () => {
    const line = open();
    line.reply(() => { throw new NetSuiteFailure('network', 'x'); });
    line.outbox.keep('c1', report('s-1'), ended);
    await settled();
    const other = open(line.fakes, 8);
    await other.outbox.start(() => false);
    await settled();
    expect([other.sent, other.outbox.unsent().waiting]).toEqual([[], 0]);
  });
});
