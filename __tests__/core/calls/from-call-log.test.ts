import { fromCallLog } from '../../../src/core/calls/from-call-log.ts';
import { acme, after, at, kindOf, leaver, logged, mainLine, noor, reception, rita, sales, sam } from './call-log-records.ts';

const read = (...record: Parameters<typeof logged>) => fromCallLog(logged(...record), kindOf);
/** Who has what to log, in few words. */
const who = (...record: Parameters<typeof logged>) => read(...record).map(({ extensionId, direction, outcome, talkSeconds }) => [extensionId, direction, outcome, talkSeconds]);
const queueLeg = { extensionId: sales, to: at(sales, '+16505550140', 'Sales') };
const hunting = (user: string, result: string, more: object = {}) => ({ extensionId: user, to: at(user), action: 'Hunting', result, startedAt: after(4), duration: 12, ...more });

test('a customer calls Sam, and they talk', () => {
  expect(read()).toEqual([
    {
      telephonySessionId: 's-a1b2', extensionId: sam, internal: false, direction: 'Inbound', outcome: 'Completed', reason: null, from: { number: '+16505550100', name: 'ACME LTD' },
      to: { number: '+16505550141', name: null }, startedAt: after(0), talkSeconds: 95, ringSeconds: null, queue: null, notes: null, disposition: null, person: null, quality: null, recordingUrl: null, voicemailUrl: null,
    },
  ]);
});

test('a record in the Simple view tells the same', () => {
  expect(fromCallLog({ ...logged(), legs: [] }, kindOf)).toEqual(read());
});

test.each([
  ['Missed', 'Missed'], ['No Answer', 'Missed'], ['Hang Up', 'Missed'], ['Abandoned', 'Missed'], ['Busy', 'Missed'], ['IP Phone Offline', 'Missed'],
  ['Voicemail', 'Voicemail'], ['Rejected', 'Declined'], ['Declined', 'Declined'], ['Reply', 'Declined'], ['Accepted', 'Completed'], ['Call connected', 'Completed'],
])('an inbound call with the result %s is %s', (result, outcome) => {
  expect(who([{ result }])).toEqual([[sam, 'Inbound', outcome, outcome === 'Completed' ? 95 : 0]]);
});

const out = { direction: 'Outbound', action: 'VoIP Call', from: at(sam, '+16505550141', 'Sam Okafor'), to: acme } as const;

test.each([
  ['Call connected', 'Completed'], ['Accepted', 'Completed'], ['No Answer', 'No answer'], ['Hang Up', 'No answer'], ['Rejected', 'No answer'], ['Busy', 'Busy'],
  ['Wrong Number', 'Failed'], ['International Disabled', 'Failed'], ['No Calling Credit', 'Failed'],
])('an outbound call with the result %s is %s', (result, outcome) => {
  expect(who([{ ...out, result }])).toEqual([[sam, 'Outbound', outcome, outcome === 'Completed' ? 95 : 0]]);
});

test('why a call failed is told in the words of RingCentral', () => {
  expect(read([{ ...out, result: 'Wrong Number', reason: 'The number is not in service' }])[0]?.reason).toBe('The number is not in service');
  expect(read([{ ...out, result: 'Wrong Number' }])[0]?.reason).toBe('Wrong Number');
  expect(read([{ ...out, result: 'Busy', reason: 'Line Busy' }])[0]?.reason).toBeNull();
});

test('how long it rang is told of calls that nobody answered, and never guessed of others', () => {
  const rang = (more: object) => read([{ ...out, duration: 18, ...more }])[0]?.ringSeconds;
  expect(['No Answer', 'Hang Up', 'Rejected'].map((result) => rang({ result }))).toEqual([18, 18, 18]);
  expect(['Call connected', 'Busy', 'Wrong Number', 'Voicemail'].map((result) => rang({ result }))).toEqual([null, null, null, null]);
  expect(rang({ result: 'No Answer', duration: 0 })).toBeNull();
  expect(['Missed', 'Accepted', 'Voicemail', 'Rejected'].map((result) => read([{ result, duration: 18 }])[0]?.ringSeconds)).toEqual([18, null, null, null]);
});

test('a result that nobody knows is not guessed at', () => {
  expect(who([{ result: 'Teleported' }])).toEqual([[sam, 'Inbound', null, null]]);
  expect(who([{ result: null }])).toEqual([[sam, 'Inbound', null, null]]);
});

test('all phones of the queue ring, and Rita answers: her record alone', () => {
  expect(who([queueLeg, hunting(sam, 'Missed'), hunting(rita, 'Accepted', { duration: 61 }), hunting(noor, 'Answered Elsewhere')])).toEqual([[rita, 'Inbound', 'Completed', 61]]);
});

test('the queue is named, and the customer is the other side', () => {
  const [call] = read([queueLeg, hunting(rita, 'Accepted')]);
  expect(call).toMatchObject({ queue: 'Sales', from: { number: '+16505550100' }, to: { number: '+16505550140' }, startedAt: after(4) });
});

test('all phones of the queue ring and nobody answers: a missed call for each, that rang so long', () => {
  expect(read([{ ...queueLeg, result: 'Missed' }, hunting(sam, 'Missed'), hunting(rita, 'Missed')]).map(({ extensionId, outcome, ringSeconds }) => [extensionId, outcome, ringSeconds])).toEqual([
    [sam, 'Missed', 12], [rita, 'Missed', 12],
  ]);
});

test('a queue that rings one phone after the other logs whoever answered', () => {
  expect(who([queueLeg, hunting(sam, 'No Answer'), hunting(rita, 'No Answer', { startedAt: after(24) }), hunting(noor, 'Accepted', { startedAt: after(44), duration: 30 })])).toEqual([[noor, 'Inbound', 'Completed', 30]]);
});

test('whoever refused a call of the queue refused it, whoever answered it then', () => {
  expect(who([queueLeg, hunting(sam, 'Rejected'), hunting(rita, 'Accepted', { duration: 20 })])).toEqual([[sam, 'Inbound', 'Declined', 0], [rita, 'Inbound', 'Completed', 20]]);
});

test('a message on the mailbox of the queue is nobody\'s own', () => {
  expect(who([{ ...queueLeg, result: 'Voicemail', voicemailUrl: 'https://x.example/1' }])).toEqual([]);
});

test('a caller who hangs up in the menu reached nobody', () => {
  expect(who([{ extensionId: reception, to: at(reception, '+16505550140'), result: 'Abandoned' }])).toEqual([]);
});

test('a caller whom the menu sends to Sam reached Sam', () => {
  expect(who([{ extensionId: reception, to: mainLine }, { extensionId: sam, to: at(sam), startedAt: after(9), duration: 40 }])).toEqual([[sam, 'Inbound', 'Completed', 40]]);
});

test('Sam answers on the mobile phone that his calls are sent on to: one record, of that talk', () => {
  expect(who([{ duration: 75 }, { extensionId: sam, direction: 'Outbound', action: 'FindMe', to: { ...acme, phoneNumber: '+14155550177', name: null }, result: 'Call connected', duration: 66 }])).toEqual([[sam, 'Inbound', 'Completed', 66]]);
});

test('Sam answers none of his phones', () => {
  expect(who([{ result: 'Missed' }, { extensionId: sam, action: 'FindMe', result: 'No Answer' }, { extensionId: sam, action: 'FindMe', result: 'Answered Not Accepted' }])).toEqual([[sam, 'Inbound', 'Missed', 0]]);
});

test('a call for Sam that Rita picks up is Rita\'s', () => {
  expect(who([{ result: 'Answered Elsewhere' }, { extensionId: rita, to: at(rita), action: 'Pickup', result: 'Accepted', duration: 50 }])).toEqual([[rita, 'Inbound', 'Completed', 50]]);
});

test('a call that Sam answers and parks, and Rita picks up: both talked', () => {
  const parking = { extensionId: sam, action: 'Call Park', startedAt: after(60), duration: 0 };
  expect(who([{ duration: 60 }, parking, { extensionId: rita, to: at(rita), action: 'Pickup', result: 'Accepted', startedAt: after(90), duration: 50 }], { duration: 140 })).toEqual([[sam, 'Inbound', 'Completed', 60], [rita, 'Inbound', 'Completed', 50]]);
});

const transferTo = (user: string, more: object = {}) => ({ extensionId: user, from: at(sam), to: at(user), action: 'Transfer', transfer: true, startedAt: after(60), duration: 35, ...more });

test('Sam answers and passes the customer on to Rita: both talked, and both with the customer', () => {
  const calls = read([{ duration: 60 }, transferTo(rita)], { duration: 95 });
  expect(calls.map(({ extensionId, outcome, talkSeconds, from }) => [extensionId, outcome, talkSeconds, from.number])).toEqual([[sam, 'Completed', 60, '+16505550100'], [rita, 'Completed', 35, '+16505550100']]);
});

test('Rita does not answer the call that Sam passes on', () => {
  expect(who([{ duration: 60 }, transferTo(rita, { result: 'Missed' })])).toEqual([[sam, 'Inbound', 'Completed', 60], [rita, 'Inbound', 'Missed', 0]]);
});

test('Sam passes a customer on to a number outside: his own call, and no other', () => {
  expect(who([{ duration: 60 }, { extensionId: sam, direction: 'Outbound', action: 'Transfer', transfer: true, from: at(sam), to: { ...acme, phoneNumber: '+12125550188' }, result: 'Call connected', duration: 30 }])).toEqual([[sam, 'Inbound', 'Completed', 60]]);
});

test('Sam calls a customer and passes them on to Rita', () => {
  const calls = read([{ ...out, result: 'Call connected' }, { ...transferTo(rita), direction: 'Inbound' }]);
  expect(calls.map(({ extensionId, direction, from, to }) => [extensionId, direction, from.number, to.number])).toEqual([
    [sam, 'Outbound', '+16505550141', '+16505550100'], [rita, 'Inbound', '+16505550100', '102'],
  ]);
});

const inside = { from: at(sam, null, 'Sam Okafor'), to: at(rita, null, 'Rita Vance') };

test('colleagues talk: one record each, from one record of the log', () => {
  const calls = read([{ ...inside, direction: 'Outbound', action: 'VoIP Call', extensionId: sam, result: 'Call connected' }, { ...inside, extensionId: rita, duration: 90 }]);
  expect(calls.map(({ extensionId, direction, internal, outcome, from, to }) => [extensionId, direction, internal, outcome, from.number, to.number])).toEqual([
    [sam, 'Outbound', true, 'Completed', '101', '102'], [rita, 'Inbound', true, 'Completed', '101', '102'],
  ]);
});

test('colleagues talk: one record each, from a record of the log for each', () => {
  expect(who([{ ...inside, direction: 'Outbound', extensionId: sam, result: 'Call connected' }])).toEqual([[sam, 'Outbound', 'Completed', 95]]);
  expect(who([{ ...inside, extensionId: rita }])).toEqual([[rita, 'Inbound', 'Completed', 95]]);
});

test('a colleague who is out misses the call', () => {
  expect(who([{ ...inside, direction: 'Outbound', extensionId: sam, result: 'No Answer' }, { ...inside, extensionId: rita, result: 'Missed', duration: 20 }])).toEqual([
    [sam, 'Outbound', 'No answer', 0], [rita, 'Inbound', 'Missed', 0],
  ]);
});

test('a call of somebody who left the company waits rather than being lost', () => {
  expect(who([{ extensionId: leaver, to: at(leaver, '+16505550149') }])).toEqual([[leaver, 'Inbound', 'Completed', 95]]);
});

test('recording and message are linked where they belong', () => {
  expect(read([{ recordingUrl: 'https://media.example/r/1' }])[0]).toMatchObject({ recordingUrl: 'https://media.example/r/1', voicemailUrl: null });
  expect(read([{ result: 'Voicemail', voicemailUrl: 'https://media.example/m/1' }])[0]).toMatchObject({ outcome: 'Voicemail', recordingUrl: null, voicemailUrl: 'https://media.example/m/1' });
  expect(read([{ result: 'Rejected' }, { extensionId: sam, result: 'Voicemail', voicemailUrl: 'https://media.example/m/2' }])[0]).toMatchObject({ outcome: 'Declined', voicemailUrl: 'https://media.example/m/2' });
});

test('a withheld number leaves the other side empty', () => {
  expect(read([{ from: { ...acme, phoneNumber: null, name: null } }])[0]?.from).toEqual({ number: '', name: null });
});

test.each([
  ['a fax', { voice: false }], ['a deleted record', { deleted: true }], ['a call that goes on', { inProgress: true }], ['a supervisor who listens in', { action: 'Monitoring' }], ['a phone that signs in', { action: 'Phone Login' }],
])('%s makes no record', (_what, more) => {
  expect(who([{}], more)).toEqual([]);
});

test('a row older than telephony sessions has a key that no live log can have', () => {
  expect(read([{ telephonySessionId: null }], { telephonySessionId: null })[0]?.telephonySessionId).toBe('log-4503991');
});
