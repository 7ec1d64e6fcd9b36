import type { Page } from 'playwright-core';
import { launch, type Kind } from '../../journeys/browsers.ts';
import { leftOut } from '../../journeys/needs.ts';

/** The browsers that play the user's side; a test names the one it could not find. */
export interface TestBrowser { name: 'Chromium' | 'Firefox'; leftOut: string | null; open(url: string): Promise<{ page: Page; close(): Promise<void> }> }

const testBrowser = (name: TestBrowser['name'], kind: Kind, permissions: string[]): TestBrowser => ({
  name,
  leftOut: leftOut(kind),
  async open(url) {
    const browser = await launch(kind);
    try {
      const context = await browser.newContext({ permissions });
      const page = await context.newPage();
      await page.goto(url);
      return { page, close: () => browser.close() };
    } catch (error) {
      await browser.close();
      throw error;
    }
  },
});

export const testChromium = testBrowser('Chromium', 'chromium', ['microphone']);
export const testFirefox = testBrowser('Firefox', 'firefox', []);
