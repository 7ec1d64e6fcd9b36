import { bootElement, readBoot } from '../../../src/browser/companion/read-boot.ts';
import { createFold } from '../../../src/browser/companion/fold.ts';
import { recordPerson } from '../../../src/browser/companion/record-person.ts';
import { wantsPanel } from '../../../src/browser/companion/wants-panel.ts';
import { bootElementId } from '../../../src/wire/session/boot.ts';
import { ended, quietLine, ringing } from '../ui/states.ts';

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
  test('stays as the person left it from page to page', () => {
    const kept = new Map<string, unknown>();
    const session = { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: unknown) => void kept.set(key, value) };
    createFold(session).toggle();
    expect(createFold(session).open()).toBe(true);
  });

  test('that unfolded for a call goes back to what the person had chosen', () => {
    const fold = createFold({ read: () => false, write: () => undefined });
    fold.unfold();
    expect(fold.open()).toBe(true);
    fold.restore();
    expect(fold.open()).toBe(false);
  });

  test('tells of a change, and of nothing else', () => {
    const fold = createFold({ read: () => false, write: () => undefined });
    const seen: boolean[] = [];
    fold.subscribe(() => seen.push(fold.open()));
    fold.unfold();
    fold.unfold();
    fold.toggle();
    expect(seen).toEqual([true, false]);
  });

  test('works folded where the browser keeps nothing', () => {
    const fold = createFold({ read: () => null, write: () => undefined });
    expect(fold.open()).toBe(false);
    fold.toggle();
    expect(fold.open()).toBe(true);
  });

  test('loads its panel for a call or a number that waits, not for a quiet line', () => {
    const here = (more: Parameters<typeof quietLine>[0]) => wantsPanel({ reach: 'here', state: quietLine(more) });
    expect([wantsPanel({ reach: 'starting' }), here({}), wantsPanel({ reach: 'unavailable', why: 'script-not-loaded' })]).toEqual([false, false, false]);
    expect([here({ calls: [ringing()] }), here({ calls: [ended()] }), here({ queuedDial: { number: '101', since: 0, state: 'waiting' } })]).toEqual([true, true, true]);
    expect(wantsPanel({ reach: 'restarting', last: quietLine({ calls: [ringing()] }) })).toBe(true);
  });
});
