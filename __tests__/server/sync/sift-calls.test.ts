import { logEverything, type WhatToLog } from '../../../src/core/calls/wants-logging.ts';
import * as there from '../../../src/server/sync/already-there.ts';
import { settledOf } from '../../../src/server/sync/call-log-of.ts';
import type { Road } from '../../../src/server/sync/read-call-log.ts';
import { createSieve, type SiftTools } from '../../../src/server/sync/sift-calls.ts';
import { fromCallLog } from '../../../src/core/calls/from-call-log.ts';
import { after, kindOf, logged, rita, sam, sales } from '../../core/calls/call-log-records.ts';

const key = `rcns:s-a1b2:${sam}`;
let known: Map<string, there.Known>;
beforeEach(() => {
  known = new Map();
  jest.spyOn(there, 'alreadyThere').mockImplementation(() => known);
});
afterEach(() => jest.restoreAllMocks());

const sieve = (more: Partial<SiftTools> = {}) => createSieve({ kindOf, wanted: logEverything, organizerOf: (extensionId) => (extensionId === sam ? 7 : null), since: after(-60), ...more });
const changes: Road = { kind: 'changes' };
const stretch: Road = { kind: 'stretch', stretch: 'May' };
const add = (sifted: ReturnType<typeof sieve>, road: Road, ...records: ReturnType<typeof logged>[]): void => sifted.add({ records, unreadable: 0 }, road);
const found = (sifted: ReturnType<typeof sieve>) => [...sifted.found()].map(([name, { organizer, record, waiting, call }]) => [name, organizer, record, waiting, call.talkSeconds]);
const settled = (...record: Parameters<typeof logged>): string => settledOf(fromCallLog(logged(...record), kindOf)[0] as never);

describe('what a run of call sync has to log', () => {
  test('is a call that NetSuite does not have, with whose it is', () => {
    const sifted = sieve();
    add(sifted, changes, logged());
    expect([found(sifted), sifted.read(), sifted.known()]).toEqual([[[key, 7, null, null, 95]], 1, 0]);
  });

  test('is the fuller of two rows that tell of one call, in one answer or in two, whichever comes first', () => {
    const [short, long] = [logged([{ duration: 20 }]), logged([{ duration: 95 }])];
    for (const answers of [[[short, long]], [[long, short]], [[short], [long]], [[long], [short]]]) {
      const sifted = sieve();
      for (const answer of answers) add(sifted, stretch, ...answer);
      expect(found(sifted)).toEqual([[key, 7, null, null, 95]]);
    }
    const sifted = sieve();
    add(sifted, stretch, logged([{ result: 'Teleported' }]), logged([{ result: 'Missed' }]));
    expect(found(sifted)).toEqual([[key, 7, null, null, 0]]);
  });

  test('is every user of a call, each for themselves', () => {
    const sifted = sieve();
    const queue = { extensionId: sales, result: 'Missed' };
    add(sifted, changes, logged([queue, { extensionId: sam, result: 'Missed' }, { extensionId: rita, result: 'Missed' }]));
    expect(found(sifted).map(([name, organizer]) => [name, organizer])).toEqual([[key, 7], [`rcns:s-a1b2:${rita}`, null]]);
  });

  test.each<[string, there.Known, unknown[][]]>([
    ['deleted by a person', { kind: 'deleted' }, []], ['there with all of it', { kind: 'record', id: 40, settled: settled() }, []], ['there with less', { kind: 'record', id: 40, settled: 'before' }, [[key, 7, 40, null, 95]]],
    ['waiting, and has an organizer by now', { kind: 'waiting', id: 9, settled: settled() }, [[key, 7, null, 9, 95]]],
  ])('of a call that is %s', (_what, is, expected) => {
    known.set(key, is);
    const sifted = sieve();
    add(sifted, changes, logged());
    expect(found(sifted)).toEqual(expected);
    expect(sifted.known()).toBe(expected.length === 0 ? 1 : 0);
  });

  test('is no call that waits without an organizer as before, but what is newer of it', () => {
    const nobody = { organizerOf: () => null };
    for (const [before, expected] of [[settled(), []], ['before', [[key, null, null, 9, 95]]]] as const) {
      known.set(key, { kind: 'waiting', id: 9, settled: before });
      const sifted = sieve(nobody);
      add(sifted, changes, logged());
      expect(found(sifted)).toEqual(expected);
    }
  });

  test('is nothing that the company leaves out, unless it is there already', () => {
    const wanted: WhatToLog = { ...logEverything, inbound: false };
    const sifted = sieve({ wanted });
    add(sifted, changes, logged());
    expect([found(sifted), sifted.known()]).toEqual([[], 1]);
    known.set(key, { kind: 'record', id: 40, settled: 'before' });
    add(sifted, changes, logged());
    expect(found(sifted)).toEqual([[key, 7, 40, null, 95]]);
  });

  test('is no call of before the first day, where one has only changed; a back-fill asks for it', () => {
    const late = { since: after(1) };
    const sifted = sieve(late);
    add(sifted, changes, logged());
    expect(found(sifted)).toEqual([]);
    add(sifted, stretch, logged());
    expect(found(sifted)).toHaveLength(1);
    const first = sieve({ since: after(0) });
    add(first, changes, logged());
    expect(found(first)).toHaveLength(1);
  });

  test('is a call no more that another run has logged since it was found', () => {
    const sifted = sieve();
    add(sifted, changes, logged());
    known.set(key, { kind: 'record', id: 40, settled: settled() });
    add(sifted, stretch, logged());
    expect([found(sifted), sifted.read(), sifted.known()]).toEqual([[], 2, 1]);
  });
});
