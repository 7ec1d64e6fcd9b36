import { createTitle } from '../../../src/browser/ringing/title.ts';
import { createHandClock } from '../line/hand-clock.ts';

/** A page of which only the title is looked at. */
function page(text: string | null) {
  const element = { textContent: text ?? '' };
  let there = text !== null;
  const document = { querySelector: () => (there ? element : null), createElement: () => element, head: { appendChild: () => { there = true; return element; } } };
  const clock = createHandClock();
  return { element, clock, title: createTitle(document as unknown as Document, clock) };
}
const words = '(1) Incoming call — Acme Ltd';

describe('a page’s title', () => {
  it('flashes while a call rings, and comes back to the letter', async () => {
    const { element, clock, title } = page('\n  Customer  - NetSuite (Fairweather) ');
    title.flash(words);
    expect(element.textContent).toBe(words);
    await clock.pass(1_000);
    expect(element.textContent).toBe('\n  Customer  - NetSuite (Fairweather) ');
    await clock.pass(1_000);
    expect(element.textContent).toBe(words);
    title.restore();
    expect(element.textContent).toBe('\n  Customer  - NetSuite (Fairweather) ');
    expect(clock.waiting()).toBe(0);
  });

  it('comes back as NetSuite has changed it meanwhile, in either half of a flash', async () => {
    for (const waited of [0, 1_000]) {
      const { element, clock, title } = page('Home - NetSuite');
      title.flash(words);
      await clock.pass(waited);
      element.textContent = 'Customer - NetSuite';
      await clock.pass(1_000);
      title.restore();
      expect(element.textContent).toBe('Customer - NetSuite');
    }
  });

  it('is left as NetSuite wrote it a moment before the call ended', async () => {
    const { element, title } = page('Home - NetSuite');
    title.flash(words);
    element.textContent = 'Saved - NetSuite';
    title.restore();
    expect(element.textContent).toBe('Saved - NetSuite');
  });

  it('names a caller as soon as the name is known', () => {
    const { element, title } = page('Home');
    title.flash('(1) Incoming call — +1 (415) 555-0133');
    title.flash(words);
    expect(element.textContent).toBe(words);
    title.restore();
    expect(element.textContent).toBe('Home');
  });

  it('is nothing again where there was none', () => {
    const { element, title } = page(null);
    title.restore();
    title.flash(words);
    title.restore();
    expect(element.textContent).toBe('');
  });

  it('flashes for the next call as well', () => {
    const { element, title } = page('Home');
    title.flash(words);
    title.restore();
    title.flash(words);
    expect(element.textContent).toBe(words);
  });
});
