import { mergeMessage } from '../../../src/core/messages/merge-message.ts';
import type { Message } from '../../../src/core/messages/message.ts';
import { othersOf } from '../../../src/core/messages/others.ts';
import { addMessages, conversationOf } from '../../../src/core/messages/conversation.ts';
import { conversationDay, messageKey, textDayId } from '../../../src/core/messages/day-key.ts';

const at = Date.UTC(2026, 10, 23, 14, 32);
const sam = '+16505550199';
const dana = { number: '+14155550134', name: 'Dana Whitfield' };
const joan = { number: '+14155550177', name: null };

const fromDana: Message = {
  id: '401', conversationId: '77', direction: 'Inbound', from: dana, to: [{ number: sam, name: null }], ours: sam, at,
  text: 'Can you deliver on Friday?', attachments: [], delivery: 'Received', reason: null,
};
const toDana: Message = {
  id: '402', conversationId: '77', direction: 'Outbound', from: { number: sam, name: 'Sam Carter' }, to: [dana], ours: sam, at: at + 60_000,
  text: 'Yes, before noon.', attachments: [], delivery: 'Queued', reason: null,
};

/** Reports of one message as they come: whole and in part, in any state. */
const reports: Message[] = [
  toDana,
  { ...toDana, delivery: 'Sent' },
  { ...toDana, delivery: 'Delivered' },
  { ...toDana, delivery: 'Failed', reason: 'SMS-UP-430' },
  { ...toDana, to: [{ ...dana, name: null }], at: at + 61_000 },
  { ...toDana, text: '', attachments: [{ id: '9', name: 'plan.jpg', type: 'image/jpeg', size: null, url: 'https://media.ringcentral.com/9' }] },
  { ...toDana, attachments: [{ id: '9', name: '', type: 'image/jpeg', size: 5120, url: 'https://media.ringcentral.com/9' }, { id: '10', name: 'b.png', type: 'image/png', size: 7, url: 'https://media.ringcentral.com/10' }] },
];

const orders = <T>(items: readonly T[]): T[][] => (items.length < 2 ? [[...items]] : items.flatMap((one, index) => orders(items.filter((_, other) => other !== index)).map((rest) => [one, ...rest])));

describe('Reports of one message', () => {
  test('make the same message in whatever order they come', () => {
    const outcomes = new Set(orders(reports).map((order) => JSON.stringify(order.reduce(mergeMessage))));
    expect(outcomes.size).toBe(1);
  });

  test('make the same message however they are put together, and twice is once', () => {
    for (const a of reports) {
      expect(mergeMessage(a, a)).toEqual(a);
      for (const b of reports) {
        expect(mergeMessage(mergeMessage(a, b), b)).toEqual(mergeMessage(a, b));
        for (const c of reports) expect(mergeMessage(mergeMessage(a, b), c)).toEqual(mergeMessage(a, mergeMessage(b, c)));
      }
    }
  });

  test('end with the furthest delivery, every picture, and the name once known', () => {
    expect(reports.reduce(mergeMessage)).toMatchObject({
      delivery: 'Delivered', reason: null, text: 'Yes, before noon.', to: [dana],
      attachments: [{ id: '9', name: 'plan.jpg', size: 5120 }, { id: '10' }],
    });
  });

  test('keep why a text failed', () => {
    expect(mergeMessage({ ...toDana, delivery: 'Failed', reason: 'SMS-UP-430' }, { ...toDana, delivery: 'Sent' })).toMatchObject({ delivery: 'Failed', reason: 'SMS-UP-430' });
  });
});

describe('The other side of a text', () => {
  test('is who wrote it, or who it was written to', () => {
    expect(othersOf(fromDana)).toEqual([dana]);
    expect(othersOf(toDana)).toEqual([dana]);
  });

  test('is everybody else in a group', () => {
    expect(othersOf({ ...fromDana, to: [{ number: sam, name: null }, joan] })).toEqual([dana, joan]);
  });

  test('is oneself in a text to oneself', () => {
    expect(othersOf({ ...toDana, to: [{ number: sam, name: null }] })).toEqual([{ number: sam, name: null }]);
  });
});

describe('A thread', () => {
  test('holds every message once, oldest first, with what came late put in', () => {
    const kept = addMessages([toDana], [fromDana, { ...toDana, delivery: 'Delivered' }]);
    expect(kept.map(({ id, delivery }) => [id, delivery])).toEqual([['401', 'Received'], ['402', 'Delivered']]);
    expect(conversationOf(kept, 1)).toMatchObject({ id: '77', others: [dana], ours: sam, at: at + 60_000, last: { id: '402' }, unread: 1 });
    expect(conversationOf([], 0)).toBeNull();
  });
});

describe('Keys', () => {
  test('name a conversation\'s day of one user, in a group for each person, and a message of one user', () => {
    const day = { conversationId: '77', day: '2026-11-23', person: null };
    expect(textDayId('62', conversationDay(day))).toBe('rcns:text:62:77:2026-11-23');
    expect(textDayId('62', conversationDay({ ...day, person: 'customer-1207' }))).toBe('rcns:text:62:77:2026-11-23:customer-1207');
    expect(messageKey({ extensionId: '62', messageId: '402' })).toBe('rcns:message:62:402');
  });
});
