import { createTabSession, type TabSession } from './tab-session.ts';

/** A window's content and where its frame stands, in CSS pixels of the desktop. */
export interface WindowPlace { left: number; top: number; width: number; height: number }

/** What the pop-out, and whoever opens it, need of their browser. */
export interface PopOutEnvironment {
  /** The part of this window's screen that windows may cover. */
  screen(): WindowPlace;
  /** Where this window stands. */
  place(): WindowPlace;
  /** Runs when it may have been moved or sized; a browser does not tell of a move. */
  onPlaceChanged(changed: () => void): void;
  /** Kept for all windows of this origin. */
  lasting: TabSession;
  /** Opens the named window, or comes back to it as it is. Call it inside a click. */
  open(url: string, name: string, features: string): 'opened' | 'there' | 'blocked';
  close(): void;
}

export const popOutEnvironment = (page: Window): PopOutEnvironment => ({
  screen() {
    // Where the desktop has several screens, browsers tell where this one begins; Firefox and Chromium alike, no standard does.
    const { availLeft = 0, availTop = 0, availWidth, availHeight } = page.screen as Screen & { availLeft?: number; availTop?: number };
    return { left: availLeft, top: availTop, width: availWidth, height: availHeight };
  },
  place: () => ({ left: page.screenX, top: page.screenY, width: page.innerWidth, height: page.innerHeight }),
  onPlaceChanged(changed) {
    for (const event of ['resize', 'blur', 'pagehide']) page.addEventListener(event, changed);
  },
  lasting: createTabSession(() => page.localStorage),
  open(url, name, features) {
    // Without an address a window of this name comes as it is, in the middle of a call perhaps.
    const opened = page.open('', name, features);
    if (!opened) return 'blocked';
    if (opened.location.href !== 'about:blank') {
      opened.focus();
      return 'there';
    }
    opened.location.replace(url);
    return 'opened';
  },
  close: () => page.close(),
});
