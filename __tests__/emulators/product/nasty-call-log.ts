import { chance } from '../../../emulators/ringcentral/call-log/busy-company.ts';
import type { RawRecord } from './scripted-ringcentral.ts';

export interface Pair { telephonySessionId: string; extensionId: string }
/** A call as RingCentral's log has it, and who took part in it by the rules of the product. */
export interface NastyCall { records: RawRecord[]; pairs: Pair[]; internal: boolean }

interface Maker { session: string; at: number; users: string[]; queue: string; below(limit: number): number }
type Leg = Record<string, unknown>;

const outside = { phoneNumber: '+18025550142', name: 'MAPLE RUN' };
const to = (id: string): Leg => ({ extensionId: Number(id), extensionNumber: id.slice(-3), phoneNumber: `+1415555${id.slice(-4)}` });
const inside = (id: string): Leg => ({ extensionId: Number(id), extensionNumber: id.slice(-3) });

/** A record whose first leg is the master one, and like it but for what is said. */
function recordOf({ session, at }: Maker, id: string, [master = {}, ...others]: Leg[], more: Leg = {}): RawRecord {
  const part = { telephonySessionId: session, type: 'Voice', direction: 'Inbound', action: 'Phone Call', result: 'Accepted', startTime: new Date(at).toISOString(), duration: 60, from: outside };
  const leg = (own: Leg): Leg => ({ ...part, legType: 'Accept', ...own });
  return { ...part, ...master, id, uri: `https://x.example/${id}`, sessionId: id.replace(/\D/g, ''), ...more, legs: [{ ...leg(master), master: true }, ...others.map(leg)] };
}
const by = (extensionId: string, more: Leg = {}): Leg => ({ extension: { id: Number(extensionId) }, to: to(extensionId), ...more });

/** One call of each kind: what it looks like in the log, and who took part. */
const kinds: Record<string, (maker: Maker, id: string) => { records: RawRecord[]; users: string[]; internal?: boolean }> = {
  answered: (maker, id) => ({ records: [recordOf(maker, id, [by(maker.users[0] as string)])], users: [maker.users[0] as string] }),
  'ring-all of twenty, one answers': (maker, id) => {
    const taker = maker.users[maker.below(maker.users.length)] as string;
    return { records: [recordOf(maker, id, [by(maker.queue), ...maker.users.map((user) => by(user, { legType: 'Hunting', action: 'Hunting', result: user === taker ? 'Accepted' : 'Answered Elsewhere', duration: 8 }))])], users: [taker] };
  },
  'ring-all of twenty, nobody answers': (maker, id) => ({ records: [recordOf(maker, id, [by(maker.queue, { result: 'Missed' }), ...maker.users.map((user) => by(user, { legType: 'Hunting', action: 'Hunting', result: 'Missed' }))])], users: maker.users }),
  'passed on twice': (maker, id) => {
    const [first, second, third] = maker.users as [string, string, string];
    return { records: [recordOf(maker, id, [by(first), ...[second, third].map((user, at) => by(user, { legType: 'TransferCall', action: 'Transfer', startTime: new Date(maker.at + (at + 1) * 60_000).toISOString() }))], { duration: 240 })], users: [first, second, third] };
  },
  'found on another phone': (maker, id) => {
    const [user] = maker.users as [string];
    return { records: [recordOf(maker, id, [by(user, { result: 'Accepted' }), by(user, { legType: 'FindMe', action: 'FindMe', direction: 'Outbound', to: { phoneNumber: '+12125550188' }, result: 'Call connected' }), by(user, { legType: 'FindMe', action: 'FindMe', direction: 'Outbound', to: { phoneNumber: '+12125550189' }, result: 'Stopped' })])], users: [user] };
  },
  'parked and picked up': (maker, id) => {
    const [first, second] = maker.users as [string, string];
    return { records: [recordOf(maker, id, [by(first), by(first, { legType: 'CallPark', action: 'Call Park', duration: 0 }), by(second, { legType: 'Pickup', action: 'Pickup' })])], users: [first, second] };
  },
  conference: (maker, id) => {
    const [user] = maker.users as [string];
    return { records: [recordOf(maker, id, [{ extension: { id: Number(user) }, direction: 'Outbound', action: 'Conference Call', result: 'Call connected', from: to(user), to: outside }])], users: [user] };
  },
  'between colleagues, a record each': (maker, id) => {
    const [caller, called] = maker.users as [string, string];
    const between = { from: inside(caller), to: inside(called) };
    return { records: [recordOf(maker, id, [{ ...between, extension: { id: Number(caller) }, direction: 'Outbound', action: 'VoIP Call', result: 'Call connected' }]), recordOf(maker, `${id}b`, [{ ...between, extension: { id: Number(called) } }])], users: [caller, called], internal: true };
  },
  fax: (maker, id) => ({ records: [recordOf(maker, id, [by(maker.users[0] as string)], { type: 'Fax', message: { id: '1', type: 'Fax', uri: 'https://x.example/fax' } })], users: [] }),
  'older than telephony sessions': (maker, id) => {
    const row: Leg = recordOf(maker, id, [by(maker.users[0] as string)]);
    for (const part of [row, ...(row['legs'] as Leg[])]) delete part['telephonySessionId'];
    return { records: [row as RawRecord], users: [maker.users[0] as string] };
  },
  deleted: (_maker, id) => ({ records: [{ id, deleted: true }], users: [] }),
  'still going on': (maker, id) => ({ records: [recordOf(maker, id, [by(maker.users[0] as string, { result: 'In Progress' })])], users: [] }),
  'the same record twice': (maker, id) => {
    const record = recordOf(maker, id, [by(maker.users[0] as string)]);
    return { records: [record, { ...record, id: `${id}t` }], users: [maker.users[0] as string] };
  },
  'withheld, of no length, with a name of every script': (maker, id) => ({ records: [recordOf(maker, id, [by(maker.users[0] as string, { from: { name: '‮<b>Ни́на</b> 🐚 عمر' }, result: 'Missed', duration: 0 })])], users: [maker.users[0] as string] }),
};

/** So many calls of all these kinds, oldest first, spread over a span. */
export function nastyCallLog({ calls, seed, from, to: until, users, queue }: { calls: number; seed: number; from: number; to: number; users: string[]; queue: string }): NastyCall[] {
  const random = chance(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const names = Object.keys(kinds);
  return Array.from({ length: calls }, (_, index) => {
    const id = `N${seed}${String(index).padStart(5, '0')}`;
    const start = below(users.length);
    const maker: Maker = { session: `s-n${seed}n${index}`, at: Math.floor(from + ((until - from) * (index + random() * 0.9)) / calls), users: [...users.slice(start), ...users.slice(0, start)], queue, below };
    const make = kinds[names[index < names.length ? index : below(names.length)] as string] as (typeof kinds)[string];
    const { records, users: took, internal = false } = make(maker, id);
    const session = records[0]?.['telephonySessionId'] === undefined ? `log-${String(records[0]?.['sessionId'])}` : maker.session;
    return { records, pairs: took.map((extensionId) => ({ telephonySessionId: session, extensionId })), internal };
  });
}
