import { longestMessageBytes, utf8Bytes } from '../../../src/core/calls/cut-text.ts';
import { dayOf, lineOf, mergeDays, messagesIn, type TextDay, type TextLine } from '../../../src/core/messages/text-day.ts';
import { transcriptOf } from '../../../src/core/messages/transcript.ts';

const noon = Date.UTC(2026, 10, 23, 20);
const line = (id: string, more: Partial<TextLine> = {}): TextLine => ({ id, at: noon, time: '12:00 pm', who: 'Dana Whitfield', text: 'Friday?', attachments: 0, delivery: 'Received', reason: null, ...more });
const shown = (...lines: TextLine[]): string[] => transcriptOf({ others: 1, lines, earlier: [] }).split('\n');
const failed = { who: 'Sam Carter', text: 'Yes', delivery: 'Failed' } as const;

describe('A line of the comment', () => {
  test('goes without a time where NetSuite cannot say it, and without a name where there is neither name nor number', () => {
    expect(shown(line('1', { time: '' }))).toEqual(['Dana Whitfield: Friday?']);
    expect(shown(line('1', { who: ' \u202e\n ' }))).toEqual(['12:00 pm unknown number: Friday?']);
  });

  test('names who wrote by their number where they have no name', () => {
    const message = { id: '1', conversationId: '77', direction: 'Inbound' as const, to: [], ours: '', at: noon, text: 'Hi', attachments: [], delivery: 'Received' as const, reason: null };
    expect(lineOf({ ...message, from: { number: '+14155550134', name: null } }, '12:00 pm').who).toBe('+14155550134');
  });

  test('cuts a name that would fill the line, and no emoji in two', () => {
    expect(shown(line('1', { who: `${'a'.repeat(70)}` }))).toEqual([`12:00 pm ${'a'.repeat(60)}: Friday?`]);
    expect(shown(line('1', { who: `${'a'.repeat(59)}🦊` }))).toEqual([`12:00 pm ${'a'.repeat(59)}: Friday?`]);
    expect(shown(line('1', { who: `Ann \u0007🦊\t Harper` }))).toEqual(['12:00 pm Ann 🦊 Harper: Friday?']);
  });

  test('has no blanks around the words, and none of the marks that turn text around, however many', () => {
    expect(shown(line('1', { text: '\n  Friday \u202e\u2066then\u202c? \n' }))).toEqual(['12:00 pm Dana Whitfield: Friday then?']);
  });

  test('says why a text was not delivered, shortly and on one line, and that it was not where nobody said why', () => {
    expect(shown(line('1', { ...failed, reason: 'No  route\nto carrier' }))).toEqual(['12:00 pm Sam Carter: Yes (not delivered: No route to carrier)']);
    expect(shown(line('1', { ...failed, reason: 'x'.repeat(80) }))).toEqual([`12:00 pm Sam Carter: Yes (not delivered: ${'x'.repeat(60)})`]);
    for (const reason of [null, '']) expect(shown(line('1', { ...failed, reason }))).toEqual(['12:00 pm Sam Carter: Yes (not delivered)']);
    expect(shown(line('1', { ...failed, delivery: 'Delivered', reason: 'SMS-UP-430' }))).toEqual(['12:00 pm Sam Carter: Yes']);
  });
});

describe('The comment', () => {
  test('is in the order of writing; of one moment the lower id was first', () => {
    const words = shown(line('10', { text: 'b' }), line('9', { text: 'a' }), line('8', { text: 'e', at: noon + 1 }), line('12', { text: 'd' }), line('11', { text: 'c' }));
    expect(words.map((each) => each.slice(-1))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('says how many are not shown, in words for one and for several', () => {
    const [first] = transcriptOf({ others: 1, lines: [line('9')], earlier: ['1'] }).split('\n');
    expect(first).toBe('… 1 earlier message is listed under RingCentral Message.');
    expect(transcriptOf({ others: 1, lines: [line('9')], earlier: ['1', '2'] }).split('\n')[0]).toBe('… 2 earlier messages are listed under RingCentral Message.');
    expect(shown(line('9'))).toHaveLength(1);
  });

  test.each([1, 7, 30, 61, 117, 400])('shows the newest whole, and as many before it as there is room for: texts of %s characters', (length) => {
    const day = dayOf(Array.from({ length: 80 }, (_, at) => line(String(100 + at), { at: noon + at, text: `${'é'.repeat(length)}${at}.` })), 1);
    const text = transcriptOf(day);
    expect(utf8Bytes(text)).toBeLessThanOrEqual(longestMessageBytes);
    expect(text.endsWith('é79.')).toBe(true);
    expect(text).not.toContain('…\n');
    const lines = text.split('\n').slice(1);
    const [top = ''] = lines;
    // One line more would not have found room, unless the day itself keeps no more.
    expect(lines.length === 60 || utf8Bytes(text) + utf8Bytes(top) + 8 > longestMessageBytes).toBe(true);
  });
});

describe('Two reports of one day', () => {
  const half = (from: number): TextDay => dayOf(Array.from({ length: 70 }, (_, at) => line(String(from + 2 * at))), 1);
  test('make the same day whichever comes first, the newest sixty shown', () => {
    const [even, odd] = [half(8), half(9)];
    const day = mergeDays(even, odd);
    expect(mergeDays(odd, even)).toEqual(day);
    expect([day.lines.length, day.lines[0]?.id, day.lines.at(-1)?.id, day.earlier[0], day.earlier.at(-1), messagesIn(day)]).toEqual([60, '88', '147', '8', '87', 140]);
  });

  test('know the more people, pictures and reasons, and the earlier moment', () => {
    const one = { ...dayOf([line('1', { attachments: 2, at: noon + 5, time: '' })], 3) };
    expect(mergeDays(one, dayOf([line('1')], 1))).toMatchObject({ others: 3, lines: [{ attachments: 2, at: noon, time: '12:00 pm' }] });
    const sent = (reason: string | null): TextDay => dayOf([line('1', { ...failed, reason })], 1);
    for (const [a, b] of [['SMS-UP-430', null], [null, 'SMS-UP-430'], ['SMS-UP-410', 'SMS-UP-430'], ['SMS-UP-430', 'SMS-UP-410']] as const) expect(mergeDays(sent(a), sent(b)).lines[0]?.reason).toBe('SMS-UP-430');
  });

  test('keep of a text what the comment has room for', () => {
    const message = { id: '1', conversationId: '77', direction: 'Inbound' as const, from: { number: '1', name: null }, to: [], ours: '', at: noon, attachments: [], delivery: 'Received' as const, reason: null };
    expect(lineOf({ ...message, text: 'a'.repeat(1_000) }, '').text).toBe('a'.repeat(1_000));
    expect(lineOf({ ...message, text: 'a'.repeat(1_001) }, '').text).toBe(`${'a'.repeat(997)}…`);
  });
});
