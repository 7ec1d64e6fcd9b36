import { createKnownPeople } from '../../../../src/browser/app/messages/known-people.ts';
import { messagesPlace, newMessageHash, threadHash } from '../../../../src/browser/ui/messages-address.ts';
import { dayLine } from '../../../../src/browser/app/messages/moment.ts';
import { detailOf, nameOf, namesOf, recordOf } from '../../../../src/browser/app/messages/names.ts';
import { screenOf } from '../../../../src/browser/app/screens.ts';
import type { PersonFound } from '../../../../src/core/people/person.ts';

const ann: PersonFound = { kind: 'one', person: { type: 'contact', id: 31, name: 'Ann Harper', company: { type: 'customer', id: 12, name: 'Acme Ltd' } } };
const settled = async (): Promise<void> => { for (let turn = 0; turn < 5; turn++) await Promise.resolve(); };

describe('The address of Messages', () => {
  test.each([['#messages', { kind: 'list' }], [threadHash('new:a/b?c'), { kind: 'thread', conversation: 'new:a/b?c' }], [newMessageHash(), { kind: 'new', to: '' }], [newMessageHash('+1 (650) 555-0100'), { kind: 'new', to: '+1 (650) 555-0100' }], ['#messages/%E0%A4%A', { kind: 'list' }]])('%s leads there and comes back', (hash, place) => {
    expect(messagesPlace(hash)).toEqual(place);
    expect(screenOf(hash)).toBe('messages');
  });
});

describe('Names on the Messages screen', () => {
  const people = new Map([['+16505550100', ann]]);
  const end = { number: '+16505550100', name: 'ACME' };
  test('are those of NetSuite, then RingCentral’s, then the number', () => {
    expect(nameOf(end, people)).toBe('Ann Harper');
    expect(nameOf(end, new Map())).toBe('ACME');
    expect(nameOf({ ...end, name: null }, new Map())).toBe('+1 (650) 555-0100');
    expect(namesOf([end, { number: '', name: null }], people)).toBe('Ann Harper, Number withheld');
  });
  test('lead to a record only where NetSuite is certain', () => {
    expect(recordOf(end, people)).toEqual({ type: 'contact', id: 31 });
    expect(recordOf(end, new Map([[end.number, { kind: 'several', candidates: [] }]]))).toBeNull();
    expect(detailOf(end, people)).toBe('+1 (650) 555-0100 · Acme Ltd');
    expect(detailOf({ ...end, name: null }, new Map())).toBe('');
  });
});

describe('Whom NetSuite knows', () => {
  test('is asked once for each number, twenty at a time, and again where it did not answer', async () => {
    const asked: string[][] = [];
    let down = true;
    const people = createKnownPeople({
      whoIs(numbers) {
        asked.push(numbers);
        return down ? Promise.reject(new Error('away')) : Promise.resolve({ found: numbers.map(() => ann) });
      },
    });
    people.ask(['+16505550100', '', '+16505550100']);
    await settled();
    down = false;
    people.ask(['+16505550100', ...Array.from({ length: 20 }, (_, at) => `+1415555${1000 + at}`)]);
    people.ask(['+16505550100']);
    await settled();
    expect(asked.map((numbers) => numbers.length)).toEqual([1, 20, 1]);
    expect(people.byNumber.value.size).toBe(21);
  });
});

test('Days between messages are named as people name them', () => {
  const now = new Date(2026, 10, 23, 12).getTime();
  expect([dayLine(now - 1000, now), dayLine(now - 24 * 3600_000, now)]).toEqual(['Today', 'Yesterday']);
  expect(dayLine(new Date(2025, 0, 2).getTime(), now)).toMatch(/2025/);
});
