import fc from 'fast-check';
import { addMessages, conversationOf } from '../../../src/core/messages/conversation.ts';
import { mergeMessage } from '../../../src/core/messages/merge-message.ts';
import { deliveries, type Message } from '../../../src/core/messages/message.ts';
import { othersOf } from '../../../src/core/messages/others.ts';

const at = Date.UTC(2026, 10, 23, 14, 32);
const sam = '+16505550199';
const dana = { number: '+14155550134', name: 'Dana Whitfield' };
const joan = { number: '+14155550177', name: null };
const text = (id: string, more: Partial<Message> = {}): Message => ({
  id, conversationId: '77', direction: 'Inbound', from: dana, to: [{ number: sam, name: null }], ours: sam, at, text: 'Can you deliver on Friday?', attachments: [], delivery: 'Received', reason: null, ...more,
});
const ids = (messages: readonly Message[]): string[] => messages.map(({ id }) => id);

describe('Two reports of one message', () => {
  const end = fc.record({ number: fc.constantFrom('+14155550134', '+14155550177', '101'), name: fc.constantFrom(null, 'Dana', 'Joan', 'Dana W') });
  const attachment = fc.record({ id: fc.constantFrom('8', '9', '10'), name: fc.constantFrom('', 'a.jpg', 'b.jpg'), type: fc.constantFrom('image/jpeg', 'image/apng'), size: fc.constantFrom(null, 0, 70, 512), url: fc.constantFrom('https://x.example/1', 'https://x.example/2') });
  const reported: fc.Arbitrary<Message> = fc.record({
    id: fc.constant('402'), conversationId: fc.constantFrom('77', '78'), direction: fc.constantFrom('Inbound', 'Outbound'), from: end, to: fc.uniqueArray(end, { selector: ({ number }) => number, maxLength: 3 }), ours: fc.constantFrom('', sam, '+16505550198'),
    at: fc.constantFrom(at, at + 1), text: fc.constantFrom('', 'Friday', 'Monday'), attachments: fc.uniqueArray(attachment, { selector: ({ id }) => id, maxLength: 3 }),
    delivery: fc.constantFrom(...deliveries), reason: fc.constantFrom(null, 'SMS-UP-430', 'SMS-UP-410', 'Blocked'),
  });
  test('make one message, whichever comes first', () => fc.assert(fc.property(reported, reported, (a, b) => expect(mergeMessage(a, b)).toEqual(mergeMessage(b, a)))));

  test('keep the earliest moment, the size of a picture once known, and the fuller reason', () => {
    const picture = { id: '9', name: 'plan.jpg', type: 'image/jpeg', size: 70, url: 'https://media.ringcentral.com/9' };
    const failed = { delivery: 'Failed', reason: 'SendingFailed' } as const;
    expect(mergeMessage(text('1', { ...failed, at: at + 900, attachments: [{ ...picture, size: 5120 }] }), text('1', { ...failed, reason: 'SendingFailed SMS-UP-430', attachments: [picture] })))
      .toMatchObject({ at, reason: 'SendingFailed SMS-UP-430', attachments: [{ size: 5120 }] });
  });

  test('never take a delivered text back', () => {
    expect(addMessages([text('402', { delivery: 'Delivered' })], [text('402', { delivery: 'Queued' })]).map(({ delivery }) => delivery)).toEqual(['Delivered']);
  });
});

describe('A thread', () => {
  test('is in the order of writing; of one moment the lower id was first', () => {
    const written = [text('9', { at: at + 1 }), text('10'), text('9999'), text('8'), text('11'), text('7', { at: at + 1 })];
    expect(ids(addMessages([], written))).toEqual(['8', '10', '11', '9999', '7', '9']);
    expect(ids(addMessages(written.toReversed(), []))).toEqual(['8', '10', '11', '9999', '7', '9']);
  });

  test('ends with its newest message, in whatever order they were told', () => {
    const told = [text('12', { at: at + 60_000, text: 'Thanks' }), text('11'), text('13', { at: at - 60_000 })];
    expect(conversationOf(told, 0)).toMatchObject({ at: at + 60_000, last: { id: '12' } });
  });

  test('calls people by the name that any of its messages knew, and by the first of two', () => {
    const nameless = text('1', { from: { ...dana, name: null } });
    expect(conversationOf([nameless, text('2')], 0)?.others).toEqual([dana]);
    expect(conversationOf([text('1'), nameless], 0)?.others).toEqual([dana]);
    expect(conversationOf([text('1'), text('2', { from: { ...dana, name: 'WIRELESS CALLER' } })], 0)?.others).toEqual([dana]);
  });
});

describe('Somebody who stands twice in a group text', () => {
  const to = (...names: (string | null)[]): Message => text('1', { direction: 'Outbound', from: { number: sam, name: null }, to: [...names.map((name) => ({ ...joan, name })), dana] });
  test('is one of its people, by the name that is there', () => {
    expect(othersOf(to(null, 'Joan Ellery'))).toEqual([{ ...joan, name: 'Joan Ellery' }, dana]);
    expect(othersOf(to('', 'Joan Ellery'))).toEqual([{ ...joan, name: 'Joan Ellery' }, dana]);
    expect(othersOf(to('Joan Ellery', null))).toEqual([{ ...joan, name: 'Joan Ellery' }, dana]);
    expect(othersOf(to('Joan Ellery', 'JOAN E'))).toEqual([{ ...joan, name: 'Joan Ellery' }, dana]);
  });
});
