import type { Boot } from '../../wire/session/boot.ts';

/** wire's `bootElementId`; written again because its module brings a reader that is too large for every record page (a test holds the two together). */
export const bootElement = 'rcns-boot';

/**
 * What the server told this page; null where it told nothing. The element is written by our own beforeLoad in the same
 * bundle, so its shape is taken as promised: a full reader would cost every record page more than the dock itself.
 */
export function readBoot(page: Document): Boot | null {
  const text = page.getElementById(bootElement)?.textContent;
  if (!text) return null;
  try {
    const boot = JSON.parse(text) as Boot | null;
    return boot && typeof boot.urls === 'object' ? boot : null;
  } catch {
    // A page whose boot data cannot be read stays NetSuite's page as it is.
    return null;
  }
}
