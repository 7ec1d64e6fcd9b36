import { type ReadonlySignal, signal } from '../ui/signals.ts';
import { type Screen, screenOf } from './screens.ts';

/** Follows the address of this window as long as it lives. */
export function createRoute(page: Window): ReadonlySignal<Screen> {
  const screen = signal(screenOf(page.location.hash));
  page.addEventListener('hashchange', () => { screen.value = screenOf(page.location.hash); });
  return screen;
}
