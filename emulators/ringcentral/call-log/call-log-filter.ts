import { invalidParameter, NotEmulated, PlatformError } from '../http/platform-error.ts';
import { recordingsOf, type CallRecord } from './call-record.ts';
import type { View } from './record-body.ts';

/** Reads a query's parameters one by one and knows which it was never asked for. */
export interface CallLogQuery {
  text(name: string): string | undefined;
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined;
  several<T extends string>(name: string, allowed: readonly T[]): T[];
  flag(name: string): boolean;
  /** Epoch milliseconds. */
  moment(name: string): number | undefined;
  /** A whole number from 1. */
  count(name: string): number | undefined;
  /** Throws NotEmulated for a parameter that nothing above has read. */
  nothingElse(): void;
}

/** Every reading throws CMN-101 with the parameter's name for a value that does not fit. */
export function readCallLogQuery(query: URLSearchParams): CallLogQuery {
  const read = new Set<string>();
  const text = (name: string): string | undefined => {
    read.add(name);
    return query.get(name) || undefined;
  };
  return {
    text,
    oneOf(name, allowed) {
      const given = text(name);
      if (given === undefined) return undefined;
      return allowed.find((one) => one === given) ?? refuse(name);
    },
    several(name, allowed) {
      read.add(name);
      return query.getAll(name).map((given) => allowed.find((one) => one === given) ?? refuse(name));
    },
    flag(name) {
      const given = text(name);
      if (given !== undefined && given !== 'true' && given !== 'false') throw invalidParameter(name);
      return given === 'true';
    },
    moment(name) {
      const given = text(name);
      if (given === undefined) return undefined;
      const at = Date.parse(given);
      if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(given) || Number.isNaN(at)) throw invalidParameter(name);
      return at;
    },
    count(name) {
      const given = text(name);
      if (given === undefined) return undefined;
      if (!/^[1-9]\d{0,8}$/.test(given)) throw invalidParameter(name);
      return Number(given);
    },
    nothingElse() {
      const unread = [...query.keys()].find((name) => !read.has(name));
      if (unread !== undefined) throw new NotEmulated(`the call log's parameter [${/^\w{1,40}$/.test(unread) ? unread : 'unknown'}]`);
    },
  };
}

function refuse(name: string): never {
  throw invalidParameter(name);
}

export const readView = (query: CallLogQuery): View => query.oneOf('view', ['Simple', 'Detailed']) ?? 'Simple';

/** Filters that list and sync have in common: with a recording, and of which kind. A recording counts once it has appeared. */
export function readRecordingFilter(query: CallLogQuery, now: () => number): (record: CallRecord) => boolean {
  const wanted = query.flag('withRecording') ? 'All' : query.oneOf('recordingType', ['Automatic', 'OnDemand', 'All']);
  query.oneOf('recordingType', ['Automatic', 'OnDemand', 'All']);
  if (wanted === undefined) return () => true;
  return (record) => recordingsOf(record).some(({ type, appearsAt }) => appearsAt <= now() && (wanted === 'All' || type === wanted));
}

/** The filters of a list of calls. CLG-110: a session id stands alone. */
export function readCallFilter(query: CallLogQuery, now: () => number): (record: CallRecord) => boolean {
  const directions = query.several('direction', ['Inbound', 'Outbound']);
  const types = query.several('type', ['Voice', 'Fax']);
  const transports = query.several('transport', ['PSTN', 'VoIP']);
  const extensionNumber = query.text('extensionNumber');
  const phoneNumber = query.text('phoneNumber')?.replace(/^\+/, '');
  const sessionId = query.text('sessionId');
  const telephonySessionId = query.text('telephonySessionId');
  const recorded = readRecordingFilter(query, now);
  if (extensionNumber !== undefined && phoneNumber !== undefined) throw invalidParameter('extensionNumber');
  if (sessionId !== undefined && [extensionNumber, phoneNumber, telephonySessionId].some((one) => one !== undefined)) {
    throw new PlatformError(400, 'CLG-110', 'Parameter [sessionId] cannot be combined with other parameters', { details: { parameterName: 'sessionId' } });
  }
  const ends = ({ legs }: CallRecord): { phoneNumber?: string; extensionNumber?: string }[] => legs.flatMap(({ from, to }) => [from, to]);
  return (record) => {
    const [master] = record.legs;
    return (directions.length === 0 || directions.includes(master.direction))
      && (types.length === 0 || types.includes('Voice'))
      && (transports.length === 0 || transports.includes(master.transport))
      && (extensionNumber === undefined || ends(record).some((end) => end.extensionNumber === extensionNumber))
      && (phoneNumber === undefined || ends(record).some((end) => end.phoneNumber === `+${phoneNumber}`))
      && (sessionId === undefined || record.sessionId === sessionId)
      && (telephonySessionId === undefined || record.telephonySessionId === telephonySessionId)
      && recorded(record);
  };
}
