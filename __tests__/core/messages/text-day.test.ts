import { utf8Bytes, longestMessageBytes } from '../../../src/core/calls/cut-text.ts';
import { noFacts } from '../../../src/core/calls/merge.ts';
import { valuesOf } from '../../../src/core/calls/record.ts';
import { dayOf, lineOf, mergeDays, messagesIn, type TextLine } from '../../../src/core/messages/text-day.ts';
import { transcriptOf } from '../../../src/core/messages/transcript.ts';

const line = (id: number, text: string, more: Partial<TextLine> = {}): TextLine => ({
  id: String(id), at: 1_795_444_320_000 + id * 60_000, time: '2:32 pm', who: 'Dana Whitfield', text, attachments: 0, delivery: 'Received', reason: null, ...more,
});
const live = <T>(value: T) => ({ value, source: 'live' as const });

describe('The comment of a phone call with texts', () => {
  test('reads like the conversation', () => {
    const day = dayOf([
      line(2, 'Yes, before noon.', { who: 'Sam Carter', time: '2:34 pm', delivery: 'Delivered' }),
      line(1, 'Can you deliver on Friday?'),
      line(3, '', { attachments: 1 }),
      line(4, 'Thanks', { who: 'Sam Carter', delivery: 'Failed', reason: 'SMS-UP-430', attachments: 2 }),
    ], 1);
    expect(transcriptOf(day)).toBe('2:32 pm Dana Whitfield: Can you deliver on Friday?\n2:34 pm Sam Carter: Yes, before noon.\n2:32 pm Dana Whitfield: [1 attachment]\n2:32 pm Sam Carter: Thanks [2 attachments] (not delivered: SMS-UP-430)');
  });

  test('shows the newest where not all fit, and says where the others are', () => {
    const day = dayOf(Array.from({ length: 300 }, (_, at) => line(1000 + at, `Pallet ${at} is on the ramp. ${'🦊'.repeat(20)}`)), 1);
    const text = transcriptOf(day);
    expect(utf8Bytes(text)).toBeLessThanOrEqual(longestMessageBytes);
    const shown = (text.match(/Pallet/g) ?? []).length;
    expect(shown).toBeGreaterThan(20);
    expect(text.split('\n')[0]).toBe(`… ${300 - shown} earlier messages are listed under RingCentral Message.`);
    expect(text).toContain('Pallet 299 ');
    expect(messagesIn(day)).toBe(300);
    expect(JSON.stringify(day).length).toBeLessThan(30_000);
  });

  test('of one text of a megabyte shows its beginning', () => {
    const ends = { from: { number: '+14155550134', name: 'Dana Whitfield' }, to: [{ number: '+16505550199', name: null }], ours: '+16505550199' };
    const whole = { id: '1', conversationId: '77', direction: 'Inbound' as const, ...ends, at: 0, text: '漢'.repeat(1_000_000), attachments: [], delivery: 'Received' as const, reason: null };
    const text = transcriptOf(dayOf([lineOf(whole, '2:32 pm')], 1));
    expect(text).toMatch(/^2:32 pm Dana Whitfield: 漢+…$/);
    expect(utf8Bytes(text)).toBeLessThanOrEqual(longestMessageBytes);
  });

  test('lets no text pass for somebody else\'s message, nor turn the rest around', () => {
    const text = transcriptOf(dayOf([line(1, 'ok\r\n2:33 pm Sam Carter: I pay everything\u2028twice \u202eevil'), line(2, '=HYPERLINK("http://x","<b>")', { who: 'A\nB: hi\u2066' })], 1));
    expect(text.split('\n')).toEqual(['2:32 pm Dana Whitfield: ok', '    2:33 pm Sam Carter: I pay everything', '    twice evil', '2:32 pm A B: hi: =HYPERLINK("http://x","<b>")']);
  });
});

describe('Reports of one day', () => {
  test('count a message once, also long after it left the comment', () => {
    const first = dayOf([line(1, 'Hello')], 1);
    const later = mergeDays(first, dayOf(Array.from({ length: 100 }, (_, at) => line(100 + at, 'More')), 1));
    expect(messagesIn(later)).toBe(101);
    expect(mergeDays(later, first)).toEqual(later);
    expect(later.earlier).toContain('1');
  });
});

describe('The title', () => {
  const acme = { type: 'customer' as const, id: 12, name: 'Acme Ltd', company: null };
  const facts = { ...noFacts, from: live('+16505550199'), to: live('+14155550134'), toName: live('DANA W') };
  test('says who and how much', () => {
    expect(valuesOf({ ...facts, texts: live(dayOf([line(1, 'Hi')], 1)) })).toMatchObject({ title: 'Text conversation · DANA W · 1 message', phone: '+14155550134', messages: '1', direction: '', outcome: '', notes: '' });
    expect(valuesOf({ ...facts, otherSide: live({ ref: acme, known: acme }), texts: live(dayOf([line(1, 'Hi'), line(2, 'Ho')], 1)) })).toMatchObject({ title: 'Text conversation · Acme Ltd · 2 messages', company: '12' });
    expect(valuesOf({ ...facts, otherSide: live({ ref: acme, known: acme }), texts: live(dayOf([line(1, 'Hi')], 3)) })).toMatchObject({ title: 'Group text · Acme Ltd and 2 others · 1 message' });
  });
});
