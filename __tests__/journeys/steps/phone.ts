import type { Locator, Page } from 'playwright-core';

/** The card of the call with somebody, in the app or in the dock, under exactly this name: RingCentral's is often the same in capitals. */
export const callCard = (page: Page, who: string): Locator => page.getByRole('article', { name: `Call with ${who}`, exact: true });

/** Types a number on the dial pad and presses Call. */
export async function dials(app: Page, number: string): Promise<void> {
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await app.getByLabel('Phone number', { exact: true }).fill(number);
  await app.getByRole('button', { name: 'Call', exact: true }).click();
}

export const press = (card: Locator, button: string): Promise<void> => card.getByRole('button', { name: button, exact: true }).click();

/** Long enough for every tab to have heard of the moment. */
const HEARD_MS = 400;

/** The same button in several tabs at one moment: a driver alone would press one after the other, and find the second gone. */
export async function pressTogether(cards: Locator[], button: string): Promise<void> {
  const buttons = await Promise.all(cards.map((card) => card.getByRole('button', { name: button, exact: true }).elementHandle()));
  const moment = Date.now() + HEARD_MS;
  await Promise.all(buttons.map((each) => each?.evaluate((element, at) => new Promise<void>((pressed) => setTimeout(() => {
    (element as HTMLElement).click();
    pressed();
  }, at - Date.now())), moment)));
}
