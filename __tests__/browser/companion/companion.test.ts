import { bootElement, readBoot } from '../../../src/browser/companion/read-boot.ts';
import { createFold } from '../../../src/browser/companion/fold.ts';
import { recordPerson } from '../../../src/browser/companion/record-person.ts';
import { shownCalls } from '../../../src/browser/companion/shown-calls.ts';
import { bootElementId } from '../../../src/wire/session/boot.ts';
import { ended, ringing, talking } from '../ui/states.ts';

// Preact is an ES module that jest cannot require; signals need no screen.
jest.mock('@preact/signals', () => jest.requireActual('@preact/signals-core'));

/** A page whose boot element holds this text; null: it has none. */
const page = (textContent: string | null) => ({ getElementById: () => (textContent === null ? null : { textContent }) }) as unknown as Document;

describe('a record page', () => {
  test('is left as it is where the server said nothing, or nothing readable', () => {
    for (const text of [null, '', '{', 'null', '{}']) expect(readBoot(page(text))).toBeNull();
  });

  test('finds its boot data under the name the server writes it', () => {
    expect(bootElement).toBe(bootElementId);
  });

  test('dials for the customer it shows, whatever the customer’s stage', () => {
    expect(recordPerson({ type: 'lead', id: 9 })).toEqual({ type: 'customer', id: 9 });
    expect(recordPerson({ type: 'contact', id: 12 })).toEqual({ type: 'contact', id: 12 });
  });

  test('dials for nobody from a phone call, a new record or a made-up type', () => {
    for (const record of [{ type: 'phonecall', id: 4 }, { type: 'customer', id: -1 }, { type: 'constructor', id: 4 }]) expect(recordPerson(record)).toBeNull();
  });
});

describe('the dock', () => {
  const going = talking({ callId: 'going' });
  const over = ended({ callId: 'over' });

  test('folded, covers the page only for a call that rings, and names the one that goes on', () => {
    const { cards, bar } = shownCalls([ringing(), going, over], false);
    expect([cards.map(({ callId }) => callId), bar?.callId]).toEqual([['a1b2'], 'going']);
  });

  test('folded, names the call that was missed last', () => {
    expect(shownCalls([over, ended({ callId: 'older' })], false)).toEqual({ cards: [], bar: over });
  });

  test('unfolded, shows every live call, and without one the newest that ended', () => {
    expect(shownCalls([going, over], true)).toEqual({ cards: [going], bar: null });
    expect(shownCalls([over, ended({ callId: 'older' })], true)).toEqual({ cards: [over], bar: null });
  });

  test('stays as the person left it from page to page', () => {
    const kept = new Map<string, unknown>();
    const session = { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: unknown) => void kept.set(key, value) };
    createFold(session).toggle();
    expect(createFold(session).open.value).toBe(true);
  });

  test('that unfolded for a call goes back to what the person had chosen', () => {
    const fold = createFold({ read: () => false, write: () => undefined });
    fold.unfold();
    expect(fold.open.value).toBe(true);
    fold.restore();
    expect(fold.open.value).toBe(false);
  });

  test('works folded where the browser keeps nothing', () => {
    const fold = createFold({ read: () => null, write: () => undefined });
    expect(fold.open.value).toBe(false);
    fold.toggle();
    expect(fold.open.value).toBe(true);
  });
});
