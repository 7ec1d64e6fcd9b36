import { type ReadonlySignal, signal } from '@preact/signals';

export const screens = ['phone', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** The screen lies in the address's hash, so that a link, a reload and the Back button find it; anything unknown is the home screen. */
export const screenOf = (hash: string): Screen => screens.find((screen) => hash === `#${screen}`) ?? 'phone';

/** Follows the address of this window as long as it lives. */
export function createRoute(page: Window): ReadonlySignal<Screen> {
  const screen = signal(screenOf(page.location.hash));
  page.addEventListener('hashchange', () => { screen.value = screenOf(page.location.hash); });
  return screen;
}
