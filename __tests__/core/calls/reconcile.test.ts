import { addCounts, noCounts, reconcile, surplusOf, type Absence, type CallPair, type PhoneCallRow } from '../../../src/core/calls/reconcile.ts';

const sam = '204002';
const kim = '204003';
const pair = (telephonySessionId: string, extensionId = sam): CallPair => ({ telephonySessionId, extensionId });
const row = (id: number, telephonySessionId: string, extensionId = sam): PhoneCallRow => ({ id, telephonySessionId, extensionId });
const nobodyKnows = (): Absence => null;

describe('a period of the call log against the phone calls in NetSuite', () => {
  it('is proved when every call of every user has its one phone call', () => {
    const page = { records: 2, pairs: [pair('s-1'), pair('s-1', kim), pair('s-2')], rows: [row(11, 's-1'), row(12, 's-1', kim), row(13, 's-2')] };
    const { counts, missing, doubled } = reconcile(page, nobodyKnows);
    expect(counts).toEqual({ ...noCounts, records: 2, pairs: 3, logged: 3 });
    expect([missing, doubled]).toEqual([[], []]);
  });

  it('counts a call once that RingCentral tells of twice', () => {
    expect(reconcile({ records: 2, pairs: [pair('s-1'), pair('s-1')], rows: [row(11, 's-1')] }, nobodyKnows).counts).toEqual({ ...noCounts, records: 2, pairs: 1, logged: 1 });
  });

  it('names doubles with their records, the lowest id first', () => {
    const { counts, doubled } = reconcile({ records: 1, pairs: [pair('s-1')], rows: [row(40, 's-1'), row(12, 's-1')] }, nobodyKnows);
    expect(counts).toMatchObject({ pairs: 1, logged: 0, doubled: 1 });
    expect(doubled).toEqual([{ pair: pair('s-1'), rows: [row(12, 's-1'), row(40, 's-1')] }]);
  });

  it('lists apart what waits, was deleted or is not wanted, and calls the rest missing', () => {
    const why: Record<string, Absence> = { 's-1': 'unmapped', 's-2': 'deleted', 's-3': 'unwanted', 's-4': 'failed' };
    const pairs = ['s-1', 's-2', 's-3', 's-4', 's-5'].map((id) => pair(id));
    const { counts, missing } = reconcile({ records: 5, pairs, rows: [] }, ({ telephonySessionId }) => why[telephonySessionId] ?? null);
    expect(counts).toEqual({ ...noCounts, records: 5, pairs: 5, unmapped: 1, deleted: 1, unwanted: 1, failed: 1, missing: 1 });
    expect(missing).toEqual([pair('s-5')]);
    expect(reconcile({ records: 5, pairs, rows: [] }, nobodyKnows).missing).toEqual(pairs);
  });

  it('finds phone calls of a call that RingCentral does not have', () => {
    expect(surplusOf([pair('s-1'), pair('s-2', kim)], [row(11, 's-1'), row(12, 's-77'), row(13, 's-2')])).toEqual([row(12, 's-77'), row(13, 's-2')]);
  });

  it('puts every pair under exactly one heading, and pages add up', () => {
    const one = reconcile({ records: 1, pairs: [pair('s-1'), pair('s-2')], rows: [row(11, 's-1')] }, nobodyKnows).counts;
    const sum = addCounts(one, reconcile({ records: 3, pairs: [pair('s-3')], rows: [row(14, 's-3'), row(15, 's-3')] }, () => 'unmapped').counts);
    expect(sum).toEqual({ ...noCounts, records: 4, pairs: 3, logged: 1, missing: 1, doubled: 1 });
    const every = Object.fromEntries(Object.keys(noCounts).map((name, at) => [name, at + 1])) as typeof noCounts;
    expect(addCounts(every, every)).toEqual(Object.fromEntries(Object.keys(noCounts).map((name, at) => [name, 2 * at + 2])));
    expect(sum.pairs).toBe(sum.logged + sum.doubled + sum.missing + sum.unmapped + sum.failed + sum.deleted + sum.unwanted);
  });
});
