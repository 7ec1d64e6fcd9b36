import { allowance, firstState, isRunning, joined, readState, recentRequests, stretchOf, takesTurn, withStretch, type Cursor } from '../../../src/server/sync/sync-state.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const day = 86_400_000;
const november = stretchOf('back-fill', now - 30 * day, now - 20 * day);
const gap = stretchOf('gap', now - day, now);
const cursor = (...stretches: Cursor['stretches']): Cursor => ({ changes: { token: 't1', at: now - day }, stretches });

describe('what sync remembers', () => {
  test('is read again as it was written', () => {
    const state = { ...firstState('TSTDRV1'), cursor: cursor(november), since: now, notBefore: now };
    expect(readState(JSON.stringify(state), 'TSTDRV1')).toEqual(state);
  });

  test.each([['nothing', ''], ['no JSON', '{"v":'], ['another shape', '{"v":1,"account":"TSTDRV1"}'], ['a later version', JSON.stringify({ ...firstState('TSTDRV1'), v: 2 })]])('begins anew with %s', (_what, text) => {
    expect(readState(text, 'TSTDRV1')).toEqual(firstState('TSTDRV1'));
  });

  test('begins anew in a sandbox that was refreshed from production', () => {
    expect(readState(JSON.stringify({ ...firstState('1234567'), since: now }), '1234567_SB1')).toEqual(firstState('1234567_SB1'));
  });
});

describe('requests', () => {
  const state = (requests: number[], notBefore = 0) => ({ requests, notBefore });

  test('ten in a minute, then none', () => {
    expect(allowance(state([]), now)).toBe(10);
    expect(allowance(state(Array.from({ length: 7 }, () => now - 30_000)), now)).toBe(3);
    expect(allowance(state(Array.from({ length: 12 }, () => now - 1_000)), now)).toBe(0);
  });

  test('count for a minute and a second', () => {
    expect(recentRequests([now - 61_000, now - 60_999, now], now)).toEqual([now - 60_999, now]);
  });

  test('none while RingCentral asks to wait', () => {
    expect(allowance(state([], now + 1), now)).toBe(0);
    expect(allowance(state([], now), now)).toBe(10);
  });
});

describe('stretches', () => {
  test('a gap is read before a back-fill: it holds the newest calls', () => {
    expect(withStretch(cursor(november), gap).stretches).toEqual([gap, november]);
    expect(withStretch(cursor(gap), november).stretches).toEqual([gap, november]);
  });

  test('the same one asked for twice is one, and an empty one is none', () => {
    expect(withStretch(cursor(november), { ...november }).stretches).toEqual([november]);
    expect(withStretch(cursor(), stretchOf('back-fill', now, now)).stretches).toEqual([]);
  });

  test('what a run has read is joined with what an administrator asked for meanwhile', () => {
    const read = { ...november, page: 11, calls: 5000, oldest: now - 25 * day };
    const asked = stretchOf('back-fill', now - 60 * day, now - 50 * day);
    const next = { ...cursor(gap, read), changes: { token: 't2', at: now } };
    expect(joined(cursor(november, asked), [november.id], next)).toEqual({ changes: { token: 't2', at: now }, stretches: [gap, read, asked] });
  });

  test('what an administrator gave up meanwhile stays given up', () => {
    expect(joined(cursor(), [november.id], cursor({ ...november, page: 11 })).stretches).toEqual([]);
  });

  test('what a run has read to its end is gone', () => {
    expect(joined(cursor(november), [november.id], cursor()).stretches).toEqual([]);
  });
});

test('a run that has been silent for too long has died', () => {
  const run = { id: 'customdeploy_rcns_call_sync', since: now, until: now + 1000, calls: null, idle: false, read: 0, known: 0, parked: 0, unreadable: 0, of: {}, requests: 0, before: [], next: null };
  expect(isRunning({ ...firstState('A'), run }, now)).toBe(true);
  expect(isRunning({ ...firstState('A'), run }, now + 1000)).toBe(false);
  expect(isRunning(firstState('A'), now)).toBe(false);
});

describe('a run that has more to read when it ends', () => {
  const waiting = { ...firstState('A'), cursor: cursor(november), requests: Array.from({ length: 10 }, () => now - 20_000) };

  test('starts the next one at once where RingCentral may be asked again', () => {
    expect(takesTurn({ ...waiting, requests: [] }, now)).toBe(true);
  });

  test('starts it to wait its turn where it may not yet, thirty times', () => {
    expect([0, 29, 30].map((turns) => takesTurn({ ...waiting, turns }, now))).toEqual([true, true, false]);
  });

  test('waits likewise where RingCentral asked for a pause', () => {
    expect(takesTurn({ ...waiting, trouble: { cause: 'RATE_LIMITED', detail: 'CMN-301', at: new Date(now).toISOString(), retryAt: null } }, now)).toBe(true);
  });

  test.each(['UNREACHABLE', 'JWT_REFUSED', 'NETSUITE'] as const)('leaves it to the schedule after %s', (cause) => {
    expect(takesTurn({ ...waiting, requests: [], trouble: { cause, detail: '', at: new Date(now).toISOString(), retryAt: null } }, now)).toBe(false);
  });

  test('starts none where nothing is left', () => {
    expect(takesTurn({ ...waiting, cursor: cursor() }, now)).toBe(false);
  });
});
