import { makePhoneFieldsDialable, type PhoneField } from '../../../src/browser/companion/phone-fields.ts';

const phone: PhoneField = { field: 'phone', label: 'Phone', value: '(415) 555-0133' };

/** As much of a page as the file may touch; a selector nobody foresaw finds nothing. */
function pageWith(found: { selectors?: Record<string, unknown>; ids?: Record<string, unknown> }) {
  return { querySelector: (selector: string) => found.selectors?.[selector] ?? null, getElementById: (id: string) => found.ids?.[id] ?? null } as unknown as Document;
}
/** A field's value, with a `tel:` link or an input inside it where asked. */
function valueWith({ link, input }: { link?: EventTarget; input?: { value: string } } = {}) {
  const added: unknown[] = [];
  return { added, element: { querySelector: (selector: string) => (selector === 'input' ? input : link) ?? null, append: (child: unknown) => added.push(child) } };
}
const wrapperOf = (value: unknown) => ({ querySelector: (selector: string) => (selector === '[data-nsps-type="field_input"]' ? value : null) });

describe('phone fields of a record page', () => {
  const dialled: string[] = [];
  const presses: (() => void)[] = [];
  const dialling = { dial: (number: string) => void dialled.push(number), button: (_: PhoneField, call: () => void) => { presses.push(call); return 'button' as never; } };

  beforeAll(() => { Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } }); });
  beforeEach(() => { dialled.length = presses.length = 0; });

  test('get a button after their value, which dials it', () => {
    const value = valueWith();
    const left = makePhoneFieldsDialable(pageWith({ selectors: { '[data-walkthrough="Field:phone"]': wrapperOf(value.element) } }), [phone], dialling);
    expect([value.added, left]).toEqual([['button'], []]);
    presses[0]?.();
    expect(dialled).toEqual(['(415) 555-0133']);
  });

  test('are found by their label where the wrapper has no walkthrough mark', () => {
    const value = valueWith();
    const label = { closest: () => wrapperOf(value.element) };
    makePhoneFieldsDialable(pageWith({ ids: { phone_fs_lbl: label } }), [phone], dialling);
    expect(value.added).toEqual(['button']);
  });

  test('dial what was typed into an edit form meanwhile', () => {
    const value = valueWith({ input: { value: '020 7946 0018' } });
    makePhoneFieldsDialable(pageWith({ ids: { phone_fs: value.element } }), [phone], dialling);
    presses[0]?.();
    expect(dialled).toEqual(['020 7946 0018']);
  });

  test('in an edit form have their button at the label, since the input fills its line', () => {
    const value = valueWith({ input: { value: '101' } });
    const atLabel: unknown[] = [];
    const label = { closest: () => null, append: (child: unknown) => atLabel.push(child) };
    makePhoneFieldsDialable(pageWith({ ids: { phone_fs: value.element, phone_fs_lbl: label } }), [phone], dialling);
    expect([atLabel, value.added]).toEqual([['button'], []]);
  });

  test('dial by us where NetSuite made a tel: link', () => {
    const link = new EventTarget();
    const value = valueWith({ link });
    makePhoneFieldsDialable(pageWith({ ids: { phone_fs: value.element } }), [phone], dialling);
    const click = new Event('click', { cancelable: true });
    link.dispatchEvent(click);
    expect([dialled, click.defaultPrevented]).toEqual([['(415) 555-0133'], true]);
  });

  test('that are not found are handed back for the dock, empty ones are not', () => {
    const empty = { field: 'fax', label: 'Fax', value: '' };
    expect(makePhoneFieldsDialable(pageWith({}), [phone, empty], dialling)).toEqual([phone]);
  });

  test('with hostile names select nothing else', () => {
    const hostile = { field: 'phone"] , [data-x="', label: 'x', value: '101' };
    const asked: string[] = [];
    const page = { querySelector: (selector: string) => { asked.push(selector); return null; }, getElementById: () => null } as unknown as Document;
    expect(makePhoneFieldsDialable(page, [hostile], dialling)).toEqual([hostile]);
    expect(asked.join()).not.toContain('"] ,');
  });
});
