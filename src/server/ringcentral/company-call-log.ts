import * as v from 'valibot';
import type { CallLogRecord } from '../../core/calls/call-log-record.ts';
import type { CompanyApi } from './company-api.ts';
import { readCallLog, readMoment } from './read-call-log.ts';
import { SyncFailure } from './sync-failure.ts';

/** As many changes as one answer of the sync holds; RingCentral allows no more. */
export const mostChanges = 250;

const uri = v.optional(v.string(), '');
/** What RingCentral promises of an answer: where the way to further pages is missing, nobody knows whether there are any. */
const Page = v.object({ uri, records: v.array(v.unknown()), navigation: v.object({ nextPage: v.optional(v.unknown()) }) });
const Changes = v.object({ uri, records: v.array(v.unknown()), syncInfo: v.object({ syncToken: v.string(), syncTime: v.optional(v.string(), '') }) });

const reading = <T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> => {
  const read = v.safeParse(schema, body);
  if (!read.success) throw new SyncFailure('RINGCENTRAL', 'unknown answer');
  return read.output;
};

const iso = (at: number): string => new Date(at).toISOString();
const account = '/restapi/v1.0/account/~';

/** RingCentral's number of the company whose log this is, as the answer's own address tells it; null: it does not. */
export const companyIn = (address: string): string | null => /\/account\/(\d+)\//.exec(address)?.[1] ?? null;

/** One answer: what could be read of it, how many records could not, and whose log it is. */
export interface Answered { records: CallLogRecord[]; unreadable: number; company: string | null }

/** One page of the company's call log, newest calls first; times in epoch milliseconds. One Heavy request. */
export function callLogPage(api: CompanyApi, { from, to, page, perPage }: { from: number; to: number; page: number; perPage: number }): Answered & { last: boolean } {
  const { uri: address, records, navigation } = reading(Page, api.get(`${account}/call-log`, { view: 'Detailed', dateFrom: iso(from), dateTo: iso(to), page, perPage }));
  return { ...readCallLog(records), company: companyIn(address), last: navigation.nextPage === undefined || records.length === 0 };
}

/** What a sync answers; `whole` false: there is more than one answer holds. `at`: when, by RingCentral's clock, epoch milliseconds; 0 where it does not say. */
export interface Changed extends Answered { token: string; whole: boolean; at: number }

function changed(body: unknown, most: number): Changed {
  const { uri: address, records, syncInfo } = reading(Changes, body);
  return { ...readCallLog(records), company: companyIn(address), token: syncInfo.syncToken, whole: records.length < most, at: readMoment(syncInfo.syncTime) };
}

/** Begins a sync with the newest calls since a moment, so many at most. One Heavy request. */
export const firstChanges = (api: CompanyApi, from: number, most = mostChanges): Changed =>
  changed(api.get(`${account}/call-log-sync`, { syncType: 'FSync', recordCount: most, dateFrom: iso(from), view: 'Detailed' }), most);

/** What has changed since the token was given. One Heavy request. Throws SyncTokenEnded. */
export const nextChanges = (api: CompanyApi, token: string): Changed => changed(api.get(`${account}/call-log-sync`, { syncType: 'ISync', syncToken: token, view: 'Detailed' }), mostChanges);
