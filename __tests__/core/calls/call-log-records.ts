import type { CallLogLeg, CallLogParty, CallLogPart, CallLogRecord } from '../../../src/core/calls/call-log-record.ts';
import type { ExtensionKind } from '../../../src/core/calls/from-call-log.ts';

/** People of Fairweather and whom they talk to; two queues, and a leaver whom RingCentral lists no more. */
export const sam = '62001';
export const rita = '62002';
export const noor = '62003';
export const sales = '62090';
export const service = '62091';
export const reception = '62099';
export const leaver = '61000';

const kinds: Record<string, ExtensionKind> = { [sam]: 'user', [rita]: 'user', [noor]: 'user', [sales]: 'queue', [service]: 'queue', [reception]: 'other' };
export const kindOf = (id: string): ExtensionKind => kinds[id] ?? 'unknown';

const numbers: Record<string, string> = { [sam]: '101', [rita]: '102', [noor]: '103', [sales]: '900', [service]: '901', [reception]: '0', [leaver]: '110' };
const party = (more: Partial<CallLogParty>): CallLogParty => ({ phoneNumber: null, extensionNumber: null, extensionId: null, name: null, ...more });
export const acme = party({ phoneNumber: '+16505550100', name: 'ACME LTD' });
export const mainLine = party({ phoneNumber: '+16505550140' });
/** A user or queue, reached by a public number where one is given. */
export const at = (extensionId: string, phoneNumber: string | null = null, name: string | null = null): CallLogParty => party({ extensionId, extensionNumber: numbers[extensionId] ?? null, phoneNumber, name });

const start = Date.parse('2026-11-23T17:00:00.000Z');
const part: CallLogPart = {
  telephonySessionId: 's-a1b2', direction: 'Inbound', action: 'Phone Call', result: 'Accepted', reason: null, startedAt: start, duration: 95,
  from: acme, to: at(sam, '+16505550141'), extensionId: sam, recordingUrl: null, voicemailUrl: null,
};

/** Seconds after the call began. */
export const after = (seconds: number): number => start + seconds * 1000;
export const leg = (more: Partial<CallLogLeg> = {}): CallLogLeg => ({ ...part, master: false, transfer: false, ...more });
/** The first leg is the master one; the record is like it, but for what is said. */
export const logged = (legs: Partial<CallLogLeg>[] = [{}], more: Partial<CallLogRecord> = {}): CallLogRecord => {
  const [master, ...others] = legs.map((each) => leg(each));
  return { ...part, ...master, id: 'Abc1', sessionId: '4503991', voice: true, deleted: false, inProgress: false, ...more, legs: master ? [{ ...master, master: true }, ...others] : [] };
};
