import type { BrowserContext, Page } from 'playwright-core';

/** Some words stand for a few milliseconds only: every page watches itself for these. Before the first page of a context. */
export const watchesWords = (context: BrowserContext, words: string): Promise<unknown> =>
  context.addInitScript((awaited) => {
    Object.assign(window, { wordsSeen: false });
    const watch = (root: Document | ShadowRoot): void => {
      const look = (): void => {
        const text = root instanceof Document ? root.body?.textContent : root.textContent;
        if (text?.includes(awaited)) Object.assign(window, { wordsSeen: true });
      };
      new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
    };
    watch(document);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      watch(root);
      return root;
    };
  }, words);

/** Whether this page has shown them since it was loaded. */
export const hasShown = (page: Page): Promise<boolean> => page.evaluate(() => (window as unknown as { wordsSeen: boolean }).wordsSeen);

/** From now on it counts anew. */
export const forgetsShown = (page: Page): Promise<unknown> => page.evaluate(() => Object.assign(window, { wordsSeen: false }));
