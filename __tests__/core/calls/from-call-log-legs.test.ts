import { fromCallLog } from '../../../src/core/calls/from-call-log.ts';
import { acme, after, at, kindOf, logged, noor, reception, rita, sales, sam, service } from './call-log-records.ts';

/** Rows as RingCentral also writes them: with parts left out, legs of several phones, and the same call told twice. */
const read = (...record: Parameters<typeof logged>) => fromCallLog(logged(...record), kindOf);
const who = (...record: Parameters<typeof logged>) => read(...record).map(({ extensionId, direction, outcome, talkSeconds }) => [extensionId, direction, outcome, talkSeconds]);
const nobody = { phoneNumber: null, extensionNumber: null, extensionId: null, name: null };
const out = { direction: 'Outbound', action: 'VoIP Call', from: at(sam, '+16505550141', 'Sam Okafor'), to: acme, result: 'Call connected' } as const;

test('Sam calls a customer: all of it', () => {
  expect(read([{ ...out, recordingUrl: 'https://media.example/r/7' }])).toEqual([
    {
      telephonySessionId: 's-a1b2', extensionId: sam, internal: false, direction: 'Outbound', outcome: 'Completed', reason: null, from: { number: '+16505550141', name: 'Sam Okafor' },
      to: { number: '+16505550100', name: 'ACME LTD' }, startedAt: after(0), talkSeconds: 95, ringSeconds: null, queue: null, notes: null, disposition: null, person: null, quality: null,
      recordingUrl: 'https://media.example/r/7', voicemailUrl: null,
    },
  ]);
});

test('how long a call took is not told where nobody knows how it ended', () => {
  expect(who([{ ...out, result: 'Teleported' }])).toEqual([[sam, 'Outbound', null, null]]);
});

describe('between colleagues', () => {
  const only = (extensionNumber: string) => ({ ...nobody, extensionNumber });
  test.each([
    ['the row gives their extensions alone', only('101'), only('102'), true],
    ['Rita is called by her public number', at(sam), at(rita, '+16505550142'), true],
    ['a customer dialled Rita’s extension behind the main number', acme, at(rita), false],
    ['Sam dials an extension behind a customer’s number', at(sam), { ...acme, extensionNumber: '22' }, false],
    ['the caller withheld their number', nobody, at(rita), false],
  ])('or not: %s', (_what, from, to, internal) => {
    expect(read([{ from, to, extensionId: rita }])[0]?.internal).toBe(internal);
  });

  test('the colleague is who the other leg leads to, on whomever’s behalf', () => {
    const inside = { from: at(sam), to: at(rita) };
    expect(who([{ ...out, ...inside }, { ...inside, extensionId: sam, duration: 90 }])).toEqual([[sam, 'Outbound', 'Completed', 95], [rita, 'Inbound', 'Completed', 90]]);
    expect(who([{ ...out, ...inside }, { from: at(sam), to: nobody, extensionId: rita, duration: 90 }])).toEqual([[sam, 'Outbound', 'Completed', 95], [rita, 'Inbound', 'Completed', 90]]);
  });

  test('a row of Sam’s in the Simple view is Sam’s alone', () => {
    expect(fromCallLog({ ...logged([{ ...out, from: at(sam), to: at(rita) }]), legs: [] }, kindOf).map(({ extensionId }) => extensionId)).toEqual([sam]);
  });
});

test('a row that says on nobody’s behalf is whose number was called, or who called', () => {
  expect(who([{ extensionId: null }])).toEqual([[sam, 'Inbound', 'Completed', 95]]);
  expect(who([{ ...out, extensionId: null }])).toEqual([[sam, 'Outbound', 'Completed', 95]]);
  expect(who([{ extensionId: null, from: at(sam), to: at(rita) }])).toEqual([[rita, 'Inbound', 'Completed', 95]]);
});

test('a row of the whole company, whose only leg is Sam’s, is Sam’s', () => {
  expect(who([{}], { extensionId: null, to: { ...nobody, phoneNumber: '+16505550140' } })).toEqual([[sam, 'Inbound', 'Completed', 95]]);
});

test('Sam lets RingCentral ring his own phone first (RingOut): one call of his, and none from himself', () => {
  expect(who([{ ...out, action: 'RingOut Web' }, { ...out, action: 'RingOut Web', to: at(sam) }])).toEqual([[sam, 'Outbound', 'Completed', 95]]);
});

test('a supervisor who listens in on Sam’s call did not take part in it', () => {
  expect(who([{}, { extensionId: rita, to: at(rita), action: 'Monitoring' }])).toEqual([[sam, 'Inbound', 'Completed', 95]]);
});

test.each(['E911 Update', 'Support', 'Monitoring', 'Phone Login'])('%s is nobody’s call', (action) => {
  expect(who([{}], { action })).toEqual([]);
});

describe('a queue', () => {
  const queueLeg = { extensionId: sales, to: at(sales, '+16505550140', 'Sales') };
  const hunting = (user: string, more: object = {}) => ({ extensionId: user, to: at(user), action: 'Hunting', result: 'Accepted', startedAt: after(4), duration: 12, ...more });
  const menu = { extensionId: reception, to: at(reception, '+16505550140', 'Main line') };

  test('is named where the menu sends a caller to it', () => {
    expect(read([menu, { ...queueLeg }, hunting(rita)])[0]?.queue).toBe('Sales');
  });

  test('without a name has that of the number that was called', () => {
    expect(read([menu, { ...queueLeg, to: at(sales) }, hunting(rita)])[0]?.queue).toBe('Main line');
  });

  test('that a call overflows to does not take the name of the one that was called', () => {
    expect(read([queueLeg, { extensionId: service, to: at(service, null, 'Service') }, hunting(rita)])[0]?.queue).toBe('Sales');
  });

  test('is no word for a menu', () => {
    expect(read([menu, hunting(rita)])[0]?.queue).toBeNull();
  });

  test('has no part in what Sam passes on to Rita', () => {
    const calls = read([queueLeg, hunting(sam), { extensionId: rita, from: at(sam), to: at(rita), action: 'Transfer', transfer: true, startedAt: after(60), duration: 35 }]);
    expect(calls.map(({ extensionId, queue }) => [extensionId, queue])).toEqual([[sam, 'Sales'], [rita, null]]);
  });

  test('records Rita’s talk, which is nothing to Sam, who refused it', () => {
    const calls = read([{ ...queueLeg, recordingUrl: 'https://media.example/r/3' }, hunting(sam, { result: 'Rejected' }), hunting(rita)]);
    expect(calls.map(({ extensionId, recordingUrl }) => [extensionId, recordingUrl])).toEqual([[sam, null], [rita, 'https://media.example/r/3']]);
  });
});

describe('a missed ring', () => {
  test.each([[0, null], [1, 1], [21, 21]])('of %s seconds lasted %s', (duration, ringSeconds) => {
    expect(read([{ result: 'Missed', duration }])[0]?.ringSeconds).toBe(ringSeconds);
  });

  test('is not told of an answered call', () => {
    expect(read()[0]?.ringSeconds).toBeNull();
  });

  test('of Sam’s number, whose calls ring at Rita and Noor instead, is theirs', () => {
    expect(who([{ result: 'Missed' }, { extensionId: rita, to: at(rita), result: 'Missed' }, { extensionId: noor, to: at(noor), result: 'Missed' }])).toEqual([[rita, 'Inbound', 'Missed', 0], [noor, 'Inbound', 'Missed', 0]]);
  });
});

describe('several phones of Sam', () => {
  const mobile = (more: object = {}) => ({ extensionId: sam, direction: 'Outbound' as const, action: 'FindMe', to: { ...nobody, phoneNumber: '+14155550177' }, result: 'Call connected', startedAt: after(6), duration: 66, ...more });
  const desk = (more: object = {}) => ({ extensionId: sam, to: at(sam), action: 'Ring Directly', result: 'Missed', startedAt: after(2), duration: 80, ...more });

  test('ring from the first of them on, and the talk is that of the one he answered', () => {
    expect(read([{ duration: 90 }, mobile(), desk()])).toMatchObject([{ outcome: 'Completed', talkSeconds: 66, startedAt: after(2) }]);
  });

  test('answered one after the other make one talk, the longest', () => {
    expect(who([{ duration: 90 }, desk({ result: 'Accepted', duration: 20 }), mobile()])).toEqual([[sam, 'Inbound', 'Completed', 66]]);
    expect(who([{ duration: 90 }, mobile(), desk({ result: 'Accepted', duration: 20 })])).toEqual([[sam, 'Inbound', 'Completed', 66]]);
  });

  test('that say nothing leave the word to the row itself', () => {
    expect(who([{ duration: 90 }, desk({ result: null })])).toEqual([[sam, 'Inbound', 'Completed', 90]]);
  });

  test('of which one refuses and one answers were answered', () => {
    expect(who([{ result: 'Missed', duration: 0 }, desk({ result: 'Rejected' }), mobile()])).toEqual([[sam, 'Inbound', 'Completed', 66]]);
  });
});

describe('what belongs to a call', () => {
  test('may stand on a leg: the recording of a talk', () => {
    expect(read([{}, { extensionId: sam, recordingUrl: 'https://media.example/r/2' }])[0]?.recordingUrl).toBe('https://media.example/r/2');
    expect(read([out, { ...out, recordingUrl: 'https://media.example/r/4' }])[0]?.recordingUrl).toBe('https://media.example/r/4');
  });

  test('but not the recording of a colleague’s leg', () => {
    const passedOn = { from: at(sam), to: at(rita), action: 'Transfer', transfer: true, extensionId: rita, recordingUrl: 'https://media.example/r/5' } as const;
    const calls = read([out, { ...passedOn, direction: 'Inbound' }]);
    expect(calls.map(({ extensionId, recordingUrl }) => [extensionId, recordingUrl])).toEqual([[sam, null], [rita, 'https://media.example/r/5']]);
  });

  test('is a message only where nobody talked', () => {
    expect(read([{ voicemailUrl: 'https://media.example/m/3' }])[0]?.voicemailUrl).toBeNull();
    expect(read([{ result: 'Missed', voicemailUrl: 'https://media.example/m/3' }])[0]?.voicemailUrl).toBeNull();
  });

  test('is kept under the telephony session of the leg, where it has its own', () => {
    const calls = read([{ duration: 60 }, { extensionId: rita, from: at(sam), to: at(rita), action: 'Transfer', transfer: true, telephonySessionId: 's-c3d4' }]);
    expect(calls.map(({ extensionId, telephonySessionId }) => [extensionId, telephonySessionId])).toEqual([[sam, 's-a1b2'], [rita, 's-c3d4']]);
    expect(read([{ telephonySessionId: null }], { telephonySessionId: 's-e5f6' })[0]?.telephonySessionId).toBe('s-e5f6');
  });
});

describe('a customer whom Sam called and passed on to Rita', () => {
  const passedOn = (to: object) => read([out, { extensionId: rita, direction: 'Inbound', from: at(sam), to: { ...nobody, ...to }, action: 'Transfer', transfer: true }])[1]?.to.number;
  test('was put through to her number, her extension, or, where neither is told, to the one dialled', () => {
    expect(passedOn({ phoneNumber: '+16505550142' })).toBe('+16505550142');
    expect(passedOn({ extensionNumber: '102' })).toBe('102');
    expect(passedOn({})).toBe('+16505550100');
  });

  test('is Rita’s also where the leg is told on her behalf alone', () => {
    const calls = read([{ duration: 60 }, { extensionId: rita, from: at(sam), to: { ...nobody, extensionNumber: '102' }, action: 'Transfer', transfer: true, duration: 30 }]);
    expect(calls.map(({ extensionId, talkSeconds }) => [extensionId, talkSeconds])).toEqual([[sam, 60], [rita, 30]]);
  });
});
