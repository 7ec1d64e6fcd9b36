import * as v from 'valibot';
import { CallLog, LogRequest } from '../../src/wire/calls/log.ts';
import { plainText } from '../../src/wire/calls/plain-text.ts';
import { TextLog } from '../../src/wire/messages/log.ts';
import { misfits } from '../../src/wire/misfits.ts';
import { withField } from './with-field.ts';

const x = (length: number): string => 'x'.repeat(length);
const link = (length: number): string => `https://${x(length - 8)}`;
/** Beginning and end of the bounds, and what is just beyond them. */
type Bounds = [field: string, fits: unknown[], misfits: unknown[]];

const call = {
  telephonySessionId: 's-a1b2c3', extensionId: '101001', direction: 'Outbound', outcome: 'Completed', reason: null, from: { number: '+16505550100', name: 'Maria Santos' }, to: { number: '', name: null },
  startedAt: '2026-11-23T09:15:00.000Z', talkSeconds: 62, ringSeconds: 7, queue: null, notes: { text: 'Wants the renewal quote by Friday.', at: 1795425360000 }, disposition: null,
  recordingUrl: null, voicemailUrl: null, person: { type: 'customer', id: 42 }, organizer: null, quality: { mos: 4.21, jitterMs: 6, lossPercent: 0.4, roundTripMs: null, seconds: 60 },
};
const ids = { fits: ['1', '1'.repeat(40)], misfits: ['', 'a1', '1a', '1\n2', 7, null] };
const recordIds = { fits: [1, 42], misfits: [0, -1, 1.5, '1'] };
const moments = { fits: ['2026-11-23T09:15:00Z', '2026-11-23T09:15:00.000Z', '2026-11-23T09:15:00+01:00'], misfits: ['2026-11-23', '23 Nov 2026 09:15', '2026-13-45T99:99:99Z', '2026-11-20T17:05:00+05', 1795425360000] };
const links = { fits: ['HTTPS://media.example/r/1?x=2', 'http://127.0.0.1/r', link(999)], misfits: [link(1_000), ' https://media.example/', 'https://media.example/ x', 'https://media.example/"onclick', "https://media.example/'x", 'https://media.example/<b>', 'https://media.example/\\', 'javascript:alert(1)//https://media.example/', 'https://'] };

describe('a call log', () => {
  test('may say no more than whose call it was, when, and between whom', () => {
    const { telephonySessionId, extensionId, direction, startedAt } = call;
    expect(v.parse(CallLog, { telephonySessionId, extensionId, direction, startedAt, from: { number: '' }, to: { number: '101' } })).toEqual({
      telephonySessionId, extensionId, direction, startedAt, from: { number: '', name: null }, to: { number: '101', name: null },
      outcome: null, reason: null, talkSeconds: null, ringSeconds: null, queue: null, notes: null, disposition: null, recordingUrl: null, voicemailUrl: null, quality: null, person: null, organizer: null,
    });
  });

  test.each<Bounds>([
    ['telephonySessionId', ['s-0', `s-${x(118)}`], ['s-', `s-${x(119)}`, ' s-1', "x' or s-1", 's-1 ', 's-1_2', '']],
    ['extensionId', [...ids.fits, '1'.repeat(120)], [...ids.misfits, '1'.repeat(121)]],
    ['direction', ['Inbound', 'Outbound'], ['inbound', null]],
    ['outcome', ['Voicemail', null], ['voicemail', '']],
    ['reason', [null, x(200)], [x(201)]], ['queue', [null, x(200)], [x(201)]], ['disposition', [null, '', x(60)], [x(61)]],
    ['from.number', ['', x(60)], [x(61), null]], ['to.name', [null, x(200)], [x(201)]],
    ['startedAt', moments.fits, moments.misfits],
    ['talkSeconds', [0, 604_800, null], [-1, 604_801, 1.5, '62']], ['ringSeconds', [0, 604_800, null], [-1, 604_801, 0.5]],
    ['notes.text', ['', x(100_000)], [x(100_001), null]], ['notes.at', [0, 1795425360000], [-1, 1.5, null]], ['notes.over', [null, '', x(100_000)], [x(100_001)]],
    ['transcript', [null, x(500_000)], [x(500_001)]], ['dispositionAt', [null, 0, 1795425360000], [-1, 1.5]],
    ['recordingUrl', [null, ...links.fits], links.misfits], ['voicemailUrl', [null, ...links.fits], links.misfits],
    ['quality.mos', [1, 5], [0.9, 5.1]], ['quality.jitterMs', [0, 60_000], [-1, 60_001, 1.5]], ['quality.lossPercent', [0, 100], [-0.1, 100.1]], ['quality.roundTripMs', [null, 0, 60_000], [-1, 60_001]], ['quality.seconds', [0, 604_800], [-1, 604_801]],
    ['person.id', recordIds.fits, recordIds.misfits], ['person.type', ['customer', 'contact', 'vendor', 'partner', 'employee', 'job'], ['lead', '']], ['organizer', [null, ...recordIds.fits], recordIds.misfits],
  ])('takes and refuses as %s', (field, fits, wrong) => {
    for (const value of fits) expect([value, v.is(CallLog, withField(call, field, value))]).toEqual([value, true]);
    for (const value of wrong) expect([value, v.is(CallLog, withField(call, field, value))]).toEqual([value, false]);
  });
});

describe('a text’s log', () => {
  const text = {
    messageId: '9001', extensionId: '310001', conversationId: '501', direction: 'Inbound', from: { number: '+12075550134', name: 'Dana Whitfield' }, to: [{ number: '+14155550131', name: null }], ours: '+14155550131',
    at: '2026-11-20T22:32:00.000Z', text: 'Can you deliver on Friday?', attachments: [{ id: '71', name: 'ramp.jpg', type: 'image/jpeg', size: 51_200, url: 'https://media.example/71' }], delivery: 'Received', reason: null, person: { type: 'contact', id: 7 }, organizer: null,
  };
  const ends = (count: number) => Array.from({ length: count }, () => ({ number: '+14155550131', name: null }));
  test.each<Bounds>([
    ['messageId', ids.fits, [...ids.misfits, '1'.repeat(41)]], ['extensionId', ids.fits, [...ids.misfits, '1'.repeat(41)]], ['conversationId', ids.fits, [...ids.misfits, '1'.repeat(41)]],
    ['from.number', ['', x(60)], [x(61)]], ['from.name', [null, x(200)], [x(201)]], ['to', [ends(1), ends(50)], [[], ends(51)]], ['ours', ['', x(60)], [x(61)]],
    ['at', moments.fits, moments.misfits], ['text', ['', x(1_000_000)], [x(1_000_001)]],
    ['attachments', [[], Array(20).fill(text.attachments[0])], [Array(21).fill(text.attachments[0])]],
    ['attachments.0.id', ids.fits, ids.misfits], ['attachments.0.name', ['', x(200)], [x(201)]], ['attachments.0.type', ['', x(100)], [x(101)]], ['attachments.0.size', [null, 0], [-1, 1.5]], ['attachments.0.url', links.fits, [...links.misfits, null]],
    ['delivery', ['Queued', 'Sent', 'Failed', 'Delivered', 'Received'], ['', 'Lost']], ['reason', [null, x(200)], [x(201)]], ['person', [null], [{ type: 'lead', id: 7 }]], ['person.id', recordIds.fits, recordIds.misfits], ['organizer', [null, ...recordIds.fits], recordIds.misfits],
  ])('takes and refuses as %s', (field, fits, wrong) => {
    for (const value of fits) expect([value, v.is(TextLog, withField(text, field, value))]).toEqual([value, true]);
    for (const value of wrong) expect([value, v.is(TextLog, withField(text, field, value))]).toEqual([value, false]);
  });
});

describe('a request to the logging door', () => {
  const some = (count: number): unknown[] => Array.from({ length: count }, () => ({}));
  const request = (calls: unknown, texts?: unknown, user: unknown = 7) => ({ account: 'TSTDRV3141592', user, calls, ...(texts !== undefined && { texts }) });

  test.each([[some(1), undefined], [some(50), undefined], [[], some(1)], [some(1), some(1)], [some(50), some(50)]])('brings calls, texts or both', (calls, texts) => expect(v.is(LogRequest, request(calls, texts))).toBe(true));
  test.each([[some(51), undefined], [[], some(51)], ['x', undefined], [[], undefined], [[], []]])('brings at most 50 of each, and something', (calls, texts) => expect(v.is(LogRequest, request(calls, texts))).toBe(false));
  test('of a sender that knows no texts has none', () => expect(v.parse(LogRequest, request(some(1))).texts).toEqual([]));
  test('names a user by a whole number', () => expect(v.is(LogRequest, request(some(1), [], 7.5))).toBe(false));
  test('without anything in it is told so', () => expect(misfits(v.safeParse(LogRequest, request([])).issues ?? [])).toEqual({ code: 'BAD_REQUEST', detail: 'calls' }));
});

describe('what does not fit', () => {
  const told = (body: unknown) => misfits(v.safeParse(CallLog, body).issues ?? []);
  test('is told by the names of its fields, each once and never with a value', () => expect(told({ ...call, extensionId: 'secret', from: { number: 5, name: 6 } })).toEqual({ code: 'BAD_REQUEST', detail: 'extensionId, from.number, from.name' }));
  test('is told briefly where nothing fits', () => expect(told({}).detail.split(', ')).toHaveLength(5));
  test('is called too large only where it is nothing else', () => {
    expect(told({ ...call, queue: x(201), reason: x(201) })).toEqual({ code: 'TOO_LARGE', detail: 'reason, queue' });
    expect(told({ ...call, queue: x(201), talkSeconds: -1 }).code).toBe('BAD_REQUEST');
  });
  test('without a field is the body', () => expect(told('call me')).toEqual({ code: 'BAD_REQUEST', detail: 'body' }));
});

test('a text loses what no database gives back, as notes do', () => {
  const text = { messageId: '1', extensionId: '1', conversationId: '1', direction: 'Inbound', from: { number: '', name: null }, to: [{ number: '101', name: 'Ann\udc00' }], ours: '', at: '2026-11-20T22:32:00.000Z', text: 'a\u0000b', attachments: [], delivery: 'Received', reason: null, person: null, organizer: null };
  expect(v.parse(TextLog, text)).toMatchObject({ text: 'ab', to: [{ name: 'Ann\ufffd' }] });
});

test('every half of a character and every control character is replaced or taken out, not the first alone', () => {
  expect(plainText('\ud83da\u0000b\u0007c\udc00')).toBe('\ufffdabc\ufffd');
});
