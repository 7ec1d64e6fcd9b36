import type { Locator, Page } from 'playwright-core';
import { demoPassword } from '../../../emulators/demo/people.ts';
import type { Someone } from './someone.ts';

export const yourCard = (app: Page): Locator => app.getByRole('region', { name: 'RingCentral (You)' });
export const companyCard = (app: Page): Locator => app.getByRole('region', { name: 'RingCentral (Company)' });
export const chip = (app: Page): Locator => yourCard(app).locator('.chip');

/** Waits until the chip says so, word for word. */
export async function chipSays(app: Page, words: string): Promise<void> {
  await chip(app).filter({ hasText: new RegExp(`^${words}$`) }).waitFor();
}

export async function settings(someone: Someone): Promise<Page> {
  const app = await someone.app();
  await app.getByRole('link', { name: 'Settings' }).click();
  await yourCard(app).waitFor();
  return app;
}

/** Presses Connect and gives RingCentral's window. */
export async function signInWindow(app: Page, button = 'Connect'): Promise<Page> {
  const [popUp] = await Promise.all([app.context().waitForEvent('page'), yourCard(app).getByRole('button', { name: button, exact: true }).click()]);
  return popUp;
}

export async function enterCredentials(popUp: Page, email: string, password = demoPassword): Promise<void> {
  await popUp.getByLabel('Email or extension number').fill(email);
  await popUp.getByLabel('Password').fill(password);
  await popUp.getByRole('button', { name: 'Sign in' }).click();
}

/** The whole way: Settings, Connect, sign in, consent; ends when the chip is green. Gives the app's tab. */
export async function connects(someone: Someone, app?: Page): Promise<Page> {
  const page = app ?? (await settings(someone));
  const popUp = await signInWindow(page);
  await enterCredentials(popUp, someone.person.email);
  await Promise.all([popUp.waitForEvent('close'), popUp.getByRole('button', { name: 'Authorize' }).click()]);
  await chipSays(page, 'Connected');
  return page;
}
