import type { Account, User } from '../account/account.ts';
import { readCallLogQuery, readRecordingFilter, readView, type CallLogQuery } from '../call-log/call-log-filter.ts';
import type { CallLog } from '../call-log/call-log.ts';
import type { CallRecord } from '../call-log/call-record.ts';
import { recordBody } from '../call-log/record-body.ts';
import { json, type Answer } from '../http/answer.ts';
import { invalidParameter, NotEmulated, PlatformError } from '../http/platform-error.ts';
import { inLogOf, requireOwnLog } from './call-log.ts';
import { accountPath, extensionPath, type Operation, type RestCall } from './operation.ts';

/** Records that one answer holds at most. */
const mostRecords = 250;
const farthestBack = 30 * 24 * 3_600_000;
const usualSpan = 24 * 3_600_000;

const restart = (code: string, message: string): PlatformError => new PlatformError(400, code, message, { details: { parameterName: 'syncToken' } });

/**
 * Changes of the call log since a token (ringcentral.md 2.7). Which of CLG-101 … CLG-105 goes with which cause is not known: here 101 for a token
 * that was never given, 102 for one too old, 104 for more changes than one answer holds. All mean: start over with FSync.
 */
export function callLogSyncOperations(tools: { account: Account; callLog: CallLog; now: () => number }): Operation[] {
  const { account, callLog, now } = tools;

  const tokenOf = (logOf: string, at: number): string => Buffer.from(JSON.stringify({ logOf, at })).toString('base64url');
  function momentOf(token: string, logOf: string): number {
    let read: { logOf?: unknown; at?: unknown } = {};
    try {
      read = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as typeof read;
    } catch {
      // Falls through: what cannot be read was never given.
    }
    if (read.logOf !== logOf || typeof read.at !== 'number') throw restart('CLG-101', 'Parameter [syncToken] is invalid');
    if (read.at < Math.max(callLog.syncTokensSince(), now() - callLog.settings().syncTokenLifeMs)) throw restart('CLG-102', 'Parameter [syncToken] is expired');
    return read.at;
  }

  function sync(call: RestCall, owner: User | undefined): Answer {
    const query = readCallLogQuery(call.query);
    const syncType = query.oneOf('syncType', ['FSync', 'ISync']) ?? 'FSync';
    const view = readView(query);
    const missedOnly = query.several('statusGroup', ['Missed', 'All']).join() === 'Missed';
    const recorded = readRecordingFilter(query, now);
    if (query.flag('showDeleted')) throw new NotEmulated('deleted call records');
    const logOf = owner?.id ?? 'company';
    const passes = (record: CallRecord): boolean => inLogOf(owner)(record) && recorded(record) && (!missedOnly || record.result === 'Missed');
    const records = syncType === 'FSync' ? whole(query, passes) : changes(query, logOf, passes);
    query.nothingElse();
    const where = { origin: call.origin, accountId: account.accountId, now: now() };
    return json({
      uri: `${call.origin}/restapi/v1.0/account/${account.accountId}/${owner ? `extension/${owner.id}/` : ''}call-log-sync?syncType=${syncType}`,
      records: callLog.disturbed(records).map((record) => recordBody(record, view, where)),
      syncInfo: { syncType, syncToken: tokenOf(logOf, now()), syncTime: new Date(now()).toISOString() },
    });
  }

  /** The newest calls of a span that reaches to now; a day, or at most thirty. */
  function whole(query: CallLogQuery, passes: (record: CallRecord) => boolean): CallRecord[] {
    const recordCount = query.count('recordCount');
    const dateFrom = query.moment('dateFrom') ?? now() - usualSpan;
    if (recordCount === undefined || recordCount > mostRecords) throw invalidParameter('recordCount');
    if (dateFrom < now() - farthestBack) throw invalidParameter('dateFrom');
    return callLog.started(dateFrom, now()).filter(passes).slice(0, recordCount);
  }

  function changes(query: CallLogQuery, logOf: string, passes: (record: CallRecord) => boolean): CallRecord[] {
    const token = query.text('syncToken');
    query.count('recordCount');
    query.moment('dateFrom');
    if (token === undefined) throw invalidParameter('syncToken');
    const changed = callLog.changedAfter(momentOf(token, logOf) - callLog.settings().syncOverlapMs).filter(passes);
    if (changed.length > mostRecords) throw restart('CLG-104', 'Too many changes since [syncToken]');
    return changed;
  }

  return [
    { method: 'GET', template: `${accountPath}/call-log-sync`, group: 'Heavy', scope: 'ReadCallLog', permission: 'FullCompanyCallLog', answer: (call) => sync(call, undefined) },
    {
      method: 'GET', template: `${extensionPath}/call-log-sync`, group: 'Heavy', scope: 'ReadCallLog',
      answer(call) {
        requireOwnLog(call);
        return sync(call, call.target);
      },
    },
  ];
}
