import type { BrowserContext, Page } from 'playwright-core';
import { companionAddress } from './companion-address.ts';

/** When things happened in a page, in epoch milliseconds; null: not yet. */
export interface Moments {
  /** The new document is there. */
  committed: number;
  /** The dock says that one can call and be called. */
  connected: number | null;
  /** The line asked this window to take a call's audio. */
  asked: number | null;
}

/** Lets every page of this browser write down its moments. Before the first page. */
export const watchesMoments = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (window.top !== window) return;
    const now = (): number => performance.timeOrigin + performance.now();
    const moments: Moments = { committed: now(), connected: null, asked: null };
    Object.assign(window, { watchedMoments: moments });

    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      const look = (): void => {
        if (moments.connected === null && root.querySelector('.bar')?.textContent?.startsWith('Connected')) moments.connected = now();
      };
      new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
      return root;
    };

    const Original = window.SharedWorker;
    window.SharedWorker = class extends Original {
      constructor(url: string | URL, options?: string | WorkerOptions) {
        super(url, options);
        this.port.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; request?: { verb?: string } }>) => {
          if (data.kind === 'media-request' && data.request?.verb === 'open') moments.asked = now();
        });
      }
    };
  });

export const momentsOf = (page: Page): Promise<Moments> => page.evaluate(() => (window as unknown as { watchedMoments: Moments }).watchedMoments);

/** Milliseconds from the new document's commit until our script was there to run: what a page makes us wait. */
export async function scriptWait(page: Page): Promise<number> {
  const address = await companionAddress(page);
  return page.evaluate((url) => {
    const [script] = performance.getEntriesByName(url) as PerformanceResourceTiming[];
    const { committed } = (window as unknown as { watchedMoments: { committed: number } }).watchedMoments;
    return script ? Math.max(0, performance.timeOrigin + script.responseEnd - committed) : 0;
  }, address);
}
