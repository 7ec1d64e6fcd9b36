import type { LineClient } from '../windows/line-client.ts';
import { startCompanion } from './start.ts';

/** Set on the window: NetSuite may load the module of a page more than once. */
declare global {
  interface Window { rcnsCompanionStarted?: true }
}

/** Sublists and pop-ups of a page are frames of the same origin: the dock belongs to the page alone. */
const isTheWholePage = (): boolean => window.top === window;

/** The page's end of the line; null where it has one already, or has nothing to start with. */
export function startOnce(): LineClient | null {
  if (window.rcnsCompanionStarted || !isTheWholePage()) return null;
  window.rcnsCompanionStarted = true;
  return startCompanion();
}
