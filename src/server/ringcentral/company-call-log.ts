import * as v from 'valibot';
import type { CallLogRecord } from '../../core/calls/call-log-record.ts';
import type { CompanyApi } from './company-api.ts';
import { readCallLog } from './read-call-log.ts';
import { SyncFailure } from './sync-failure.ts';

/** As many changes as one answer of the sync holds; RingCentral allows no more. */
export const mostChanges = 250;

const Page = v.object({ records: v.array(v.unknown()), navigation: v.optional(v.object({ nextPage: v.optional(v.unknown()) })) });
const Changes = v.object({ records: v.array(v.unknown()), syncInfo: v.object({ syncToken: v.string() }) });

const reading = <T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> => {
  const read = v.safeParse(schema, body);
  if (!read.success) throw new SyncFailure('RINGCENTRAL', 'unknown answer');
  return read.output;
};

const iso = (at: number): string => new Date(at).toISOString();
const account = '/restapi/v1.0/account/~';

/** One page of the company's call log, newest calls first; times in epoch milliseconds. One Heavy request. */
export function callLogPage(api: CompanyApi, { from, to, page, perPage }: { from: number; to: number; page: number; perPage: number }): { records: CallLogRecord[]; last: boolean } {
  const body = reading(Page, api.get(`${account}/call-log`, { view: 'Detailed', dateFrom: iso(from), dateTo: iso(to), page, perPage }));
  return { records: readCallLog(body.records), last: body.navigation === undefined ? body.records.length < perPage : body.navigation.nextPage === undefined || body.records.length === 0 };
}

/** What a sync answers; `whole` false: there is more than one answer holds. */
export interface Changed { records: CallLogRecord[]; token: string; whole: boolean }

function changed(body: unknown): Changed {
  const { records, syncInfo } = reading(Changes, body);
  return { records: readCallLog(records), token: syncInfo.syncToken, whole: records.length < mostChanges };
}

/** Begins a sync with the newest calls since a moment. One Heavy request. */
export const firstChanges = (api: CompanyApi, from: number): Changed =>
  changed(api.get(`${account}/call-log-sync`, { syncType: 'FSync', recordCount: mostChanges, dateFrom: iso(from), view: 'Detailed' }));

/** What has changed since the token was given. One Heavy request. Throws SyncTokenEnded. */
export const nextChanges = (api: CompanyApi, token: string): Changed => changed(api.get(`${account}/call-log-sync`, { syncType: 'ISync', syncToken: token, view: 'Detailed' }));
