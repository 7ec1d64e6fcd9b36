import { startCompanion } from './start.ts';

/** Set on the window: NetSuite may load the module of a page more than once. */
declare global {
  interface Window { rcnsCompanionStarted?: true }
}

/** Sublists and pop-ups of a record page are frames of the same origin: the dock belongs to the page alone. */
const isTheWholePage = (): boolean => window.top === window;

function startOnce(): void {
  if (window.rcnsCompanionStarted || !isTheWholePage()) return;
  window.rcnsCompanionStarted = true;
  startCompanion();
}

/** NetSuite's entry point of a client module; it is called in edit mode only, so the module starts by itself too. */
export function pageInit(): void {
  startOnce();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', startOnce, { once: true });
else startOnce();
