import type { Page } from 'playwright-core';

/** Presses Pop out in the app's header or in an unfolded dock, and gives the phone's own window. */
export async function popsOut(page: Page): Promise<Page> {
  const [popOut] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'Pop out' }).click()]);
  await popOut.getByRole('link', { name: 'Phone', exact: true }).waitFor();
  return popOut;
}
