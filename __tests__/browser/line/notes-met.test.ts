import { logEverything } from '../../../src/core/calls/wants-logging.ts';
import type { CallReport } from '../../../src/core/calls/to-log.ts';
import type { CallLog } from '../../../src/wire/calls/log.ts';
import type { LogResult } from '../../../src/wire/calls/log-answer.ts';
import { createDraftStore } from '../../../src/browser/line/outbox/draft-store.ts';
import { createOutbox } from '../../../src/browser/line/outbox/outbox.ts';
import { createFakeEnvironment, createPlainLasting } from './fakes.ts';
import { settled } from './hand-clock.ts';

const report = (text: string, at: number): CallReport => ({
  telephonySessionId: 's-1', extensionId: '101', direction: 'Inbound', outcome: 'Completed', reason: null, from: { number: '+12125550147', name: 'Willow Bay Candles' }, to: { number: '+16505550101', name: 'Dana' },
  startedAt: Date.UTC(2026, 10, 24, 9, 30), talkSeconds: 62, ringSeconds: 8, queue: null, notes: { text, at }, disposition: null, person: null, quality: null,
});

/** A line and the one record of its call in NetSuite, which a person may edit. */
function open({ shown = true } = {}) {
  const fakes = createFakeEnvironment();
  const requests: CallLog[] = [];
  const record = { notes: '', ours: '' };
  const rewritten: string[] = [];
  let at = 1;
  const take = (log: CallLog): LogResult => {
    requests.push(log);
    const edited = record.notes !== record.ours && log.notes?.over !== record.notes;
    if (!edited) record.ours = record.notes = log.notes?.text ?? '';
    return { telephonySessionId: 's-1', extensionId: '101', status: 'completed', record: 77, code: null, detail: null, ...(edited && { notes: record.notes }) };
  };
  const outbox = createOutbox({
    account: '4321098', user: 7, environment: fakes.environment, timings: { retryLogMs: 2_000, longestRetryMs: 60_000, refusedLogMs: 600_000 },
    store: createDraftStore(createPlainLasting(fakes.store), '4321098', 7), onChange: () => undefined,
    netsuite: { log: async ({ calls }) => ({ calls: (calls as CallLog[]).map(take), texts: [] }) },
    // As the line does: the call's notes change, and its draft with them.
    whatToLog: () => logEverything, onNotes: (callId, text) => {
      rewritten.push(text);
      if (shown) {
        outbox.keep(callId, report(text, (at += 1)), { open: false, throughQueue: false });
        outbox.flush();
      }
      return shown;
    },
  });
  return {
    outbox, record, rewritten, requests,
    async writes(text: string) {
      outbox.keep('c1', report(text, (at += 1)), { open: false, throughQueue: false });
      outbox.flush();
      await settled(30);
    },
  };
}

describe.each([['on its card', true], ['whose card is gone', false]])('notes of a call %s', (_where, shown) => {
  it('go together with what a person wrote into another part of the record’s', async () => {
    const line = open({ shown });
    await line.writes('Ann wants ten oars');
    line.record.notes = 'Anne wants ten oars';
    await line.writes('Ann wants ten oars by Friday');
    expect([line.record.notes, line.rewritten, line.outbox.unsent().refusedInAll, line.outbox.unsent().waiting]).toEqual(['Anne wants ten oars by Friday', ['Anne wants ten oars by Friday'], 0, 0]);
  });

  it('that say nothing new leave the person’s, and take them over', async () => {
    const line = open({ shown });
    await line.writes('Ann wants ten oars');
    line.record.notes = 'Anne wants twelve oars';
    await line.writes('Ann wants ten oars');
    expect([line.record.notes, line.rewritten, line.outbox.unsent().waiting]).toEqual(['Anne wants twelve oars', ['Anne wants twelve oars'], 0]);
  });

  it('that touch the same words wait for their owner: the person’s stay until then', async () => {
    const line = open({ shown });
    await line.writes('Ann wants ten oars');
    line.record.notes = 'Ann wants twelve oars';
    await line.writes('Ann wants twenty oars');
    expect(line.record.notes).toBe('Ann wants twelve oars');
    expect(line.outbox.unsent().refused).toMatchObject([{ id: 'c1', code: 'CONFLICT', notes: 'Ann wants twenty oars', theirs: 'Ann wants twelve oars', correctable: ['notes'] }]);

    line.outbox.sendAgain('c1', { notes: 'Ann wants twelve oars, maybe twenty' });
    await settled(30);
    expect([line.record.notes, line.outbox.unsent().refusedInAll]).toEqual(['Ann wants twelve oars, maybe twenty', 0]);
  });

  it('can be given up for the person’s', async () => {
    const line = open({ shown });
    await line.writes('Ann wants ten oars');
    line.record.notes = 'Ann wants twelve oars';
    await line.writes('Ann wants twenty oars');
    line.outbox.discard('c1');
    await settled(30);
    expect([line.record.notes, line.rewritten.at(-1), line.outbox.unsent().refusedInAll]).toEqual(['Ann wants twelve oars', 'Ann wants twelve oars', 0]);
  });

  it('are never put together with an edit without end, when NetSuite keeps saying no', async () => {
    const line = open({ shown });
    await line.writes('Ann wants ten oars');
    Object.defineProperty(line.record, 'notes', { get: () => 'Anne wants ten oars', set: () => undefined });
    line.record.ours = 'never';
    const before = line.requests.length;
    for (const text of ['Ann wants ten oars by Friday']) await line.writes(text);
    expect(line.requests.length - before).toBeLessThanOrEqual(3);
  });
});
