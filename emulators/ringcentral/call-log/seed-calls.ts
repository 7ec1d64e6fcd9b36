import type { Account } from '../account/account.ts';
import { fullName } from '../account/account.ts';
import { SimulatorError, type PartyEnd } from '../telephony/contract.ts';
import { seedHistories } from './busy-company.ts';
import { takePart } from './call-history.ts';
import type { CallLog } from './call-log.ts';

/** Calls to make up. Times are epoch milliseconds. */
export interface SeedOrder {
  calls: number;
  /** 1 when absent; the same number over the same span gives the same calls, and may be used once. */
  seed?: number;
  /** The last seven days when absent. */
  from?: number;
  to?: number;
  /** Who is outside: numbers in E.164. Made-up ones and the account's callers when absent. */
  outside?: PartyEnd[];
  /** Such a share of the records, 0 to 1, can be read only so much later. */
  late?: { share: number; milliseconds: number };
}

/** What was made: `records` are the company's, `pairs` a call and a user who took part in it. */
export interface SeededCalls { calls: number; records: number; pairs: { telephonySessionId: string; extensionId: string; startedAt: number }[] }

const week = 7 * 24 * 3_600_000;
/** Area codes of made-up numbers; each has a hundred numbers set aside for fiction. */
const areas = ['212', '312', '415', '503', '617', '702', '808', '907', '919', '951'];

const strangers = (): PartyEnd[] => areas.flatMap((area) => Array.from({ length: 100 }, (_, last) => ({ phoneNumber: `+1${area}55501${String(last).padStart(2, '0')}` })));

/** Fills the call log at once, without anybody's phone ringing. Throws SimulatorError for an order that makes no sense. */
export function seedCalls(tools: { account: Account; callLog: CallLog; now: () => number }, order: SeedOrder): SeededCalls {
  const { account, callLog, now } = tools;
  const { calls, seed = 1, to = now(), from = to - week, late } = order;
  if (!Number.isInteger(calls) || calls < 1 || calls > 1_000_000) throw new SimulatorError('Ask for a whole number of calls, up to a million.');
  if (from >= to) throw new SimulatorError('The span of the calls ends before it begins.');
  const { delayMs } = callLog.settings();
  const [queue] = account.queues;
  const histories = seedHistories({
    calls, seed, from, to,
    users: account.users().map((user) => ({ extensionId: user.id, extensionNumber: user.extensionNumber, name: fullName(user), phoneNumber: user.phoneNumbers[0] ?? account.mainNumber })),
    mainNumber: account.mainNumber, outside: order.outside ?? [...account.outsideCallers, ...strangers()],
    queue: queue ? { extensionId: queue.id, extensionNumber: queue.extensionNumber, name: queue.name } : null,
  });
  const everyLate = late && late.share > 0 ? Math.round(1 / late.share) : Infinity;
  const records = callLog.writeAll(histories.map((history, index) => ({
    history, appearsAt: history.endedAt + delayMs + (index % everyLate === everyLate - 1 ? (late?.milliseconds ?? 0) : 0),
  })));
  const pairs = histories.flatMap((history) => takePart(history).map((extensionId) => ({ telephonySessionId: history.telephonySessionId, extensionId, startedAt: history.startedAt })));
  return { calls, records, pairs };
}
