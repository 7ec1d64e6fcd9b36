import type { Clock } from '../environment/clock.ts';

/** Often enough to be noticed, and no more than browsers allow a page out of view. */
const flashMs = 1_000;

/**
 * Flashes a page's title. The page's own comes back exactly as it was, and as the page itself has changed it meanwhile:
 * the title element's text is kept, since `document.title` reads it with its spaces tidied up.
 */
export function createTitle(page: Document, clock: Clock) {
  let own = '';
  let shown: string | null = null;
  let words: string | null = null;
  let cancel = (): void => undefined;

  const element = (): HTMLTitleElement => page.querySelector('title') ?? page.head.appendChild(page.createElement('title'));
  /** What the page itself has written since we last looked. */
  const learn = (): void => {
    const now = element().textContent ?? '';
    if (now !== shown) own = now;
  };
  const write = (text: string): void => {
    element().textContent = text;
    shown = text;
  };
  function flash(): void {
    learn();
    write(shown === words || words === null ? own : words);
    cancel = clock.after(flashMs, flash);
  }

  return {
    flash(next: string): void {
      if (words === next) return;
      const first = words === null;
      if (first) shown = null;
      words = next;
      cancel();
      learn();
      write(next);
      cancel = clock.after(flashMs, flash);
    },
    restore(): void {
      if (words === null) return;
      cancel();
      learn();
      write(own);
      words = null;
    },
  };
}

export type Title = ReturnType<typeof createTitle>;
