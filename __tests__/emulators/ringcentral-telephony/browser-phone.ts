import type { TestContext } from 'node:test';
import type { Extension } from '../../../emulators/ringcentral/telephony/contract.ts';
import type { TestBrowser } from './browsers.ts';
import { servePage } from './page-server.ts';
import type { PagePhone, PhoneView } from './page/phone.ts';
import { DOMAIN } from './switch.ts';
import type { TestSwitch } from './switch.ts';

/** A colleague at a real browser with the published library. */
export interface BrowserPhone {
  /** Calls a verb of page/phone.ts. */
  does<T = void>(verb: keyof PagePhone, ...args: unknown[]): Promise<T>;
  view(): Promise<PhoneView | null>;
  state(): Promise<string>;
}

/** Opens the page, and registers. Everything is closed with the test. */
export async function openPhone(t: TestContext, browser: TestBrowser, line: TestSwitch, who: Extension): Promise<BrowserPhone> {
  const pages = await servePage('phone');
  t.after(() => pages.close());
  const { page, close } = await browser.open(pages.url);
  t.after(close);
  const { username, password, authorizationId } = line.provision(who);
  const does = <T>(verb: keyof PagePhone, ...args: unknown[]): Promise<T> =>
    page.evaluate(`phone.${verb}(${args.map((arg) => JSON.stringify(arg)).join()})`);
  await does('start', { username, password, authorizationId, domain: DOMAIN, outboundProxy: line.outboundProxy, outboundProxyBackup: line.outboundProxy, stunServers: [] });
  return {
    does,
    view: () => does<PhoneView | null>('view'),
    state: async () => (await does<PhoneView | null>('view'))?.state ?? 'none',
  };
}
