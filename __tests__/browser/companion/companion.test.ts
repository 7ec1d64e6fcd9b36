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

  test('folded, keeps a call that goes on in its bar and shows what rings or has ended', () => {
    const calls = [ringing(), going, over, ended({ callId: 'older' })];
    expect(shownCalls(calls, false).map(({ callId }) => callId)).toEqual(['a1b2', 'over']);
  });

  test('unfolded, shows every live call and the newest that ended', () => {
    expect(shownCalls([going, over, ended({ callId: 'older' })], true).map(({ callId }) => callId)).toEqual(['going', 'over']);
  });

  test('stays as the person left it from page to page', () => {
    const kept = new Map<string, string>();
    const storage = () => ({ getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }) as unknown as Storage;
    createFold(storage).value = true;
    expect(createFold(storage).value).toBe(true);
  });

  test('works folded where the browser refuses storage', () => {
    const fold = createFold(() => { throw new DOMException('denied', 'SecurityError'); });
    expect(fold.value).toBe(false);
    fold.value = true;
    expect(fold.value).toBe(true);
  });
});
