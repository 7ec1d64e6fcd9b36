import type { Records } from '../account/records.ts';
import { recordingsOf, type CallRecord, type CallRecording } from './call-record.ts';

/** Every record of the call log, old ones first. All times are epoch milliseconds; a record is there from its `appearsAt` on. */
export interface CallLedger {
  add(records: CallRecord[]): void;
  find(id: string): CallRecord | undefined;
  /** Records whose calls started in this span, both ends included, newest first. */
  started(from: number, to: number): CallRecord[];
  /** Records that appeared or changed after this moment, newest change first, each once. */
  changedAfter(moment: number): CallRecord[];
  /** With the users in whose calls it was made. */
  recording(id: string): { recording: CallRecording; extensionIds: string[] } | undefined;
}

const startOf = ({ legs: [master] }: CallRecord): number => master.startedAt;

/** The first index whose element is not below; `of` rises along the array. */
function lowest<T>(rising: readonly T[], of: (one: T) => number, bound: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = rising[middle];
    if (one !== undefined && of(one) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inserts into a rising array; many at once by sorting anew, since most are in order already. */
function insert<T>(rising: T[], added: T[], of: (one: T) => number): void {
  for (const one of added) rising.push(one);
  if (added.length === 1 && (rising.length === 1 || of(rising.at(-2) as T) <= of(added[0] as T))) return;
  rising.sort((a, b) => of(a) - of(b));
}

/** In memory, sorted two ways; written through to the file. */
export function createCallLedger(tools: { kept: Records<CallRecord>; now: () => number }): CallLedger {
  const { kept, now } = tools;
  const byId = new Map<string, CallRecord>();
  const byStart: CallRecord[] = [];
  const changes: { at: number; record: CallRecord }[] = [];
  const recordings = new Map<string, { recording: CallRecording; extensionIds: string[] }>();

  function index(records: CallRecord[]): void {
    for (const record of records) {
      byId.set(record.id, record);
      const extensionIds = record.legs.map(({ extensionId }) => extensionId);
      if (record.companyWide) for (const recording of recordingsOf(record)) recordings.set(recording.id, { recording, extensionIds });
    }
    insert(byStart, records, startOf);
    insert(changes, records.flatMap((record) => [record.appearsAt, ...recordingsOf(record).map(({ appearsAt }) => appearsAt)].map((at) => ({ at, record }))), ({ at }) => at);
  }
  const isThere = (record: CallRecord): boolean => record.appearsAt <= now();
  index(kept.all());

  return {
    add(records) {
      for (const record of records) kept.put(record.id, record);
      index(records);
    },
    find(id) {
      const record = byId.get(id);
      return record && isThere(record) ? record : undefined;
    },
    started: (from, to) => byStart.slice(lowest(byStart, startOf, from), lowest(byStart, startOf, to + 1)).filter(isThere).reverse(),
    changedAfter(moment) {
      const at = (change: { at: number }): number => change.at;
      const recent = changes.slice(lowest(changes, at, moment + 1), lowest(changes, at, now() + 1));
      return [...new Set(recent.reverse().map(({ record }) => record))].filter(isThere);
    },
    recording(id) {
      const found = recordings.get(id);
      return found && found.recording.appearsAt <= now() ? found : undefined;
    },
  };
}
