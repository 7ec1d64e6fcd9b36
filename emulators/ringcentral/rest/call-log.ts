import type { Account, User } from '../account/account.ts';
import { readCallFilter, readCallLogQuery, readView } from '../call-log/call-log-filter.ts';
import type { CallLog } from '../call-log/call-log.ts';
import type { CallRecord } from '../call-log/call-record.ts';
import { recordBody } from '../call-log/record-body.ts';
import { json, type Answer } from '../http/answer.ts';
import { invalidParameter, NotEmulated, notFound } from '../http/platform-error.ts';
import { accountPath, extensionPath, requirePermission, type Operation, type RestCall } from './operation.ts';

const usualSpan = 24 * 3_600_000;

/** Whose records: a user's own, or everybody's (undefined). */
export const inLogOf = (user: User | undefined) => (record: CallRecord): boolean => (user ? record.legs[0].extensionId === user.id : record.companyWide);

/** Another user's log is open to those who may read the whole company's. */
export function requireOwnLog({ caller, target }: RestCall): void {
  if (caller.id !== target.id) requirePermission(caller, 'FullCompanyCallLog');
}

/** Reading the call log (ringcentral.md 2.7): newest first, by pages, the last day unless asked otherwise. */
export function callLogOperations(tools: { account: Account; callLog: CallLog; now: () => number }): Operation[] {
  const { account, callLog, now } = tools;

  function list(call: RestCall, owner: User | undefined): Answer {
    const query = readCallLogQuery(call.query);
    const view = readView(query);
    const dateTo = query.moment('dateTo') ?? now();
    const dateFrom = query.moment('dateFrom') ?? dateTo - usualSpan;
    const page = query.count('page') ?? 1;
    const { largestPage, tellsTotals } = callLog.settings();
    const perPage = Math.min(largestPage, query.text('perPage') === 'max' ? largestPage : query.count('perPage') ?? 100);
    if (query.flag('showDeleted')) throw new NotEmulated('deleted call records');
    const passes = readCallFilter(query, now);
    query.flag('showBlocked');
    query.nothingElse();
    if (dateFrom > dateTo) throw invalidParameter('dateFrom');

    const isListed = inLogOf(owner);
    const found = callLog.started(dateFrom, dateTo).filter((record) => isListed(record) && passes(record));
    const start = (page - 1) * perPage;
    const shown = found.slice(start, start + perPage);
    const path = `${call.origin}/restapi/v1.0/account/${account.accountId}/${owner ? `extension/${owner.id}/` : ''}call-log`;
    const uri = (number: number): { uri: string } => {
      const parameters = new URLSearchParams(call.query);
      for (const [name, value] of Object.entries({ page: String(number), perPage: String(perPage), dateFrom: new Date(dateFrom).toISOString(), dateTo: new Date(dateTo).toISOString() })) parameters.set(name, value);
      return { uri: `${path}?${parameters.toString()}` };
    };
    const totalPages = Math.max(1, Math.ceil(found.length / perPage));
    const where = { origin: call.origin, accountId: account.accountId, now: now() };
    return json({
      uri: uri(page).uri,
      records: callLog.disturbed(shown).map((record) => recordBody(record, view, where)),
      paging: {
        page, perPage, ...(shown.length > 0 ? { pageStart: start, pageEnd: start + shown.length - 1 } : {}),
        ...(tellsTotals ? { totalPages, totalElements: found.length } : {}),
      },
      navigation: {
        firstPage: uri(1), ...(tellsTotals ? { lastPage: uri(totalPages) } : {}),
        ...(page > 1 ? { previousPage: uri(page - 1) } : {}), ...(page < totalPages ? { nextPage: uri(page + 1) } : {}),
      },
    });
  }

  function read(call: RestCall, owner: User | undefined): Answer {
    const { callRecordId = '' } = call.parameters;
    if (callRecordId.includes(',')) throw new NotEmulated('several call record ids in one path');
    const query = readCallLogQuery(call.query);
    const view = readView(query);
    query.nothingElse();
    const record = callLog.find(callRecordId);
    if (!record || !inLogOf(owner)(record)) throw notFound('callRecordId');
    return json(recordBody(record, view, { origin: call.origin, accountId: account.accountId, now: now() }));
  }
  const own = (answer: (call: RestCall, owner: User) => Answer) => (call: RestCall): Answer => {
    requireOwnLog(call);
    return answer(call, call.target);
  };

  return [
    { method: 'GET', template: `${accountPath}/call-log`, group: 'Heavy', scope: 'ReadCallLog', permission: 'FullCompanyCallLog', answer: (call) => list(call, undefined) },
    { method: 'GET', template: `${accountPath}/call-log/{callRecordId}`, group: 'Heavy', scope: 'ReadCallLog', permission: 'FullCompanyCallLog', answer: (call) => read(call, undefined) },
    { method: 'GET', template: `${extensionPath}/call-log`, group: 'Heavy', scope: 'ReadCallLog', answer: own(list) },
    { method: 'GET', template: `${extensionPath}/call-log/{callRecordId}`, group: 'Heavy', scope: 'ReadCallLog', answer: own(read) },
  ];
}
