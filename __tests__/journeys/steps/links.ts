import type { Page } from 'playwright-core';

const isForm = (url: URL): boolean => url.searchParams.get('e') === 'T';

/** From a customer's page to its edit form by the link, back, forward, back again, and so on; `arrived` runs on each page. */
export async function followsLinks(page: Page, loads: number, arrived: () => Promise<unknown>): Promise<void> {
  const steps = [
    async () => {
      await page.getByRole('link', { name: 'Edit', exact: true }).click();
      await page.waitForURL(isForm);
    },
    async () => {
      await page.goBack();
      await page.waitForURL((url) => !isForm(url));
    },
    async () => {
      await page.goForward();
      await page.waitForURL(isForm);
    },
    async () => {
      await page.goBack();
      await page.waitForURL((url) => !isForm(url));
    },
  ];
  for (let load = 0; load < loads; load += 1) {
    await steps[load % steps.length]?.();
    await arrived();
  }
}
