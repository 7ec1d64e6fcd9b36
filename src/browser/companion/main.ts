import { startOnce } from './start-once.ts';

/** NetSuite's entry point of a client module; it is called in edit mode only, so the module starts by itself too. */
export function pageInit(): void {
  startOnce();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', startOnce, { once: true });
else startOnce();
