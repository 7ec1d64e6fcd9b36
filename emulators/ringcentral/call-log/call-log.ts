import type { Records } from '../account/records.ts';
import type { CallHistory } from './call-history.ts';
import { createCallLedger, type CallLedger } from './call-ledger.ts';
import type { CallRecord } from './call-record.ts';
import { recordsOfCall, type LogStyle } from './records-of-call.ts';

/** How the log behaves; every value can be changed while it runs. Durations in milliseconds. */
export interface CallLogSettings extends LogStyle {
  /** From the end of a call until its record can be read. */
  delayMs: number;
  /** From the end of a call until its recording can be read. */
  recordingDelayMs: number;
  /** Answers of `call-log-sync` reach back so far before the token: they overlap on purpose. */
  syncOverlapMs: number;
  syncTokenLifeMs: number;
  /** Lists tell how many there are altogether; the real service often leaves it out. */
  tellsTotals: boolean;
  largestPage: number;
  /** Every tenth record of an answer comes twice. */
  duplicates: boolean;
  /** Records of an answer come in no order. */
  reorders: boolean;
}

export const usualCallLog: CallLogSettings = {
  internalCalls: 'one record each', durationFrom: 'answer', delayMs: 2_000, recordingDelayMs: 8_000, syncOverlapMs: 5_000,
  syncTokenLifeMs: 7 * 24 * 3_600_000, tellsTotals: false, largestPage: 1000, duplicates: false, reorders: false,
};

/** The company's call log. */
export interface CallLog extends Omit<CallLedger, 'add'> {
  settings(): CallLogSettings;
  set(change: Partial<CallLogSettings>): void;
  /** Writes a call that is over. `appearsAt`: when its records can be read; as the settings say when absent. */
  write(history: CallHistory, appearsAt?: number): void;
  /** The same for thousands. Answers the number of records that the company's log lists. */
  writeAll(histories: { history: CallHistory; appearsAt: number }[]): number;
  /** Sync tokens given before this moment are too old. */
  syncTokensSince(): number;
  expireSyncTokens(): void;
  /** The records of one answer as a disturbed service gives them. */
  disturbed(records: CallRecord[]): CallRecord[];
}

export function createCallLog(tools: { kept: Records<CallRecord>; now: () => number; settings?: Partial<CallLogSettings> }): CallLog {
  const { now } = tools;
  const { add, ...ledger } = createCallLedger(tools);
  let settings = { ...usualCallLog, ...tools.settings };
  let syncTokensSince = 0;
  return {
    ...ledger,
    settings: () => ({ ...settings }),
    set(change) { settings = { ...settings, ...change }; },
    write(history, appearsAt = history.endedAt + settings.delayMs) {
      add(recordsOfCall(history, settings, appearsAt));
    },
    writeAll(histories) {
      const records = histories.flatMap(({ history, appearsAt }) => recordsOfCall(history, settings, appearsAt));
      add(records);
      return records.filter(({ companyWide }) => companyWide).length;
    },
    syncTokensSince: () => syncTokensSince,
    expireSyncTokens() { syncTokensSince = now() + 1; },
    disturbed(records) {
      const doubled = settings.duplicates ? records.flatMap((record, index) => (index % 10 === 0 ? [record, record] : [record])) : records;
      return settings.reorders ? doubled.toSorted((a, b) => (reversed(a.id) < reversed(b.id) ? -1 : 1)) : doubled;
    },
  };
}

/** Ids rise with time; read backwards they are in no order, and always in the same one. */
const reversed = (id: string): string => [...id].reverse().join('');
