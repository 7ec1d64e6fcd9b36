import * as v from 'valibot';
import { readText } from '../../wire/messages/reported-text.ts';
import type { Message } from '../../core/messages/message.ts';
import type { CompanyApi } from '../ringcentral/company-api.ts';
import { companyIn } from '../ringcentral/company-call-log.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';

/** As many as one answer holds. */
export const mostRecords = 250;

const uri = v.optional(v.string(), '');
const Synced = v.object({ uri, records: v.array(v.unknown()), syncInfo: v.object({ syncToken: v.string() }) });
const Page = v.object({ uri, records: v.array(v.unknown()), navigation: v.optional(v.object({ nextPage: v.optional(v.unknown()) })) });

const reading = <T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> => {
  const read = v.safeParse(schema, body);
  if (!read.success) throw new SyncFailure('RINGCENTRAL', 'unknown answer');
  return read.output;
};
const path = (extensionId: string, what: string): string => `/restapi/v1.0/account/~/extension/${extensionId}/${what}`;
const iso = (at: number): string => new Date(at).toISOString();
const texts = (records: readonly unknown[]): Message[] => records.flatMap((record) => {
  const text = readText(record);
  return text === null || text.gone ? [] : [text.message];
});

/** One answer, and RingCentral's number of the company whose mailbox it is of; null: it does not say. */
export interface AnsweredTexts { messages: Message[]; company: string | null }
/** `whole` false: there may be more than one answer holds. */
export interface ChangedTexts extends AnsweredTexts { token: string; whole: boolean }

function changed(body: unknown): ChangedTexts {
  const { uri: address, records, syncInfo } = reading(Synced, body);
  return { messages: texts(records), company: companyIn(address), token: syncInfo.syncToken, whole: records.length < mostRecords };
}

/** Begins a sync of an extension's texts with the newest since a moment. One Light request. */
export const firstTexts = (api: CompanyApi, extensionId: string, from: number): ChangedTexts =>
  changed(api.get(path(extensionId, 'message-sync'), { syncType: 'FSync', messageType: 'SMS', recordCount: mostRecords, dateFrom: iso(from) }));

/** What has changed since the token was given. One Light request. Throws SyncTokenEnded. */
export const nextTexts = (api: CompanyApi, extensionId: string, token: string): ChangedTexts => changed(api.get(path(extensionId, 'message-sync'), { syncType: 'ISync', syncToken: token }));

/** One page of the extension's message store, newest first. One Light request. */
export function textPage(api: CompanyApi, extensionId: string, { from, to, page }: { from: number; to: number; page: number }): AnsweredTexts & { last: boolean } {
  const { uri: address, records, navigation } = reading(Page, api.get(path(extensionId, 'message-store'), { messageType: 'SMS', dateFrom: iso(from), dateTo: iso(to), page, perPage: mostRecords }));
  return { messages: texts(records), company: companyIn(address), last: navigation === undefined ? records.length < mostRecords : navigation.nextPage === undefined || records.length === 0 };
}
