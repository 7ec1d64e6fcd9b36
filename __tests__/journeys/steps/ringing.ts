import type { BrowserContext, Page } from 'playwright-core';
import { until } from './until.ts';

/** Keeps every sound that a page begins, so that it can be asked what it plays. Before the first page of a context. */
export const watchesSounds = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const sounds = new Set<HTMLMediaElement>();
    Object.assign(window, { watchedSounds: sounds });
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      sounds.add(this);
      return play.call(this);
    };
  });

/** How many tones this page plays now; a voice is no tone. */
export const tonesIn = (page: Page): Promise<number> =>
  page.evaluate(() => [...(window as unknown as { watchedSounds: Set<HTMLMediaElement> }).watchedSounds].filter((sound) => sound.loop && !sound.paused && sound.srcObject === null).length);

/** The pages that ring now. */
export async function ringingPages(pages: readonly Page[]): Promise<Page[]> {
  const tones = await Promise.all(pages.map(tonesIn));
  return pages.filter((_, at) => (tones[at] ?? 0) > 0);
}

/** Waits until one of them rings, and gives it. */
export const oneRings = (pages: readonly Page[]): Promise<Page> =>
  until('exactly one window rings', async () => {
    const ringing = await ringingPages(pages);
    return ringing.length === 1 && (await tonesIn(ringing[0] as Page)) === 1 && ringing[0];
  });

export const noneRings = (pages: readonly Page[]): Promise<unknown> => until('no window rings', async () => (await ringingPages(pages)).length === 0);
