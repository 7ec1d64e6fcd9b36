import { chromium, firefox, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium, findFirefox, type BrowserFound } from '../../scripts/browsers.ts';

/** Without it a browser asks the person, or refuses who was not granted a microphone. */
const fakeUi = '--use-fake-ui-for-media-stream';

/** Real browsers with a microphone that hums; nobody has to click a permission away. */
export const chromiumArgs = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  fakeUi,
  '--allow-loopback-in-peer-connection',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const firefoxPreferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.devices.unfocused.enabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  'permissions.default.microphone': 1,
};

export type Kind = 'chromium' | 'firefox';

export async function found(kind: Kind): Promise<BrowserFound> {
  const browser = kind === 'chromium' ? await findChromium() : findFirefox();
  if (!browser) throw new Error(`No ${kind} was found.`);
  return browser;
}

/** `keepPopupBlocking`, `askForMicrophone`: as a person's browser does; drivers switch the one off, our journeys the other. */
export async function launch(kind: Kind, options: { keepPopupBlocking?: boolean; askForMicrophone?: boolean } = {}): Promise<Browser> {
  const { executablePath, env } = await found(kind);
  const environment = { ...process.env, ...env } as Record<string, string>;
  if (kind === 'firefox') return firefox.launch({ channel: 'moz-firefox', executablePath, env: environment, firefoxUserPrefs: firefoxPreferences });
  const args = chromiumArgs.filter((argument) => !(options.askForMicrophone && argument === fakeUi));
  return chromium.launch({ executablePath, args, env: environment, ...(options.keepPopupBlocking ? { ignoreDefaultArgs: ['--disable-popup-blocking'] } : {}) });
}

/** A browser profile that lasts: the same folder opened again is the same person's browser after a restart. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  const { executablePath, env } = await found('chromium');
  const context = await chromium.launchPersistentContext(folder, { executablePath, args: chromiumArgs, env: { ...process.env, ...env } as Record<string, string>, permissions: ['microphone'] });
  return context;
}
