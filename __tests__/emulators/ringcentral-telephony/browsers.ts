import { existsSync } from 'node:fs';
import { chromium, firefox } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** The browsers that play the user's side; a test names the one it could not find. */
export interface TestBrowser { name: 'Chromium' | 'Firefox'; path: string | undefined; open(url: string): Promise<{ page: Page; close(): Promise<void> }> }

const firstThere = (paths: (string | undefined)[]): string | undefined => paths.find((path) => path !== undefined && existsSync(path));

const opened = async (browser: Browser, url: string, permissions: string[]): Promise<{ page: Page; close(): Promise<void> }> => {
  try {
    const context = await browser.newContext({ permissions });
    const page = await context.newPage();
    await page.goto(url);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
};

const chromiumPath = firstThere([process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']);
const firefoxPath = firstThere([process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox']);

export const testChromium: TestBrowser = {
  name: 'Chromium',
  path: chromiumPath,
  open: async (url) => opened(await chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--allow-loopback-in-peer-connection'],
  }), url, ['microphone']),
};

export const testFirefox: TestBrowser = {
  name: 'Firefox',
  path: firefoxPath,
  open: async (url) => opened(await firefox.launch({
    channel: 'moz-firefox',
    ...(firefoxPath ? { executablePath: firefoxPath } : {}),
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.devices.unfocused.enabled': true,
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
    },
  }), url, []),
};
