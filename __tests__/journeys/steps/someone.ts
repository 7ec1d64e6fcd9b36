import type { BrowserContext, Page } from 'playwright-core';
import { demoPassword, everybody, type DemoPerson } from '../../../emulators/demo/people.ts';
import type { Kind } from '../browsers.ts';
import type { World } from '../open-world.ts';

/** A person of the demo at a browser. */
export interface Someone {
  person: DemoPerson;
  context: BrowserContext;
  /** A new tab at an address of NetSuite. */
  tab(address?: string): Promise<Page>;
  /** The phone app in a tab of its own. */
  app(): Promise<Page>;
  /** What pages of this browser wrote to their consoles as warnings and errors. */
  complaints(): string[];
  leaves(): Promise<void>;
}

export async function someoneAt({ browser, demo }: World, email: string, kind: Kind, given?: BrowserContext): Promise<Someone> {
  const person = everybody.find((each) => each.email === email);
  if (!person) throw new Error('There is no such person in the demo.');
  const context = given ?? (await (await browser(kind)).newContext(kind === 'chromium' ? { permissions: ['microphone'] } : {}));
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()} (${message.location().url.split('?')[0]})`);
  });
  context.on('weberror', (failure) => complaints.push(`uncaught: ${failure.error().stack ?? failure.error().message}`));
  const first = await context.newPage();
  await signIn(first, demo.netsuite.url, person);
  let blank: Page | null = first;
  const tab = async (address = ''): Promise<Page> => {
    const page = blank ?? (await context.newPage());
    blank = null;
    if (address) await page.goto(new URL(address, demo.netsuite.url).href);
    return page;
  };
  return {
    person,
    context,
    tab,
    app: () => tab(demo.addresses.app),
    complaints: () => complaints,
    leaves: () => context.close(),
  };
}

export async function signIn(page: Page, netsuite: string, person: DemoPerson): Promise<void> {
  await page.goto(new URL('/pages/customerlogin.jsp', netsuite).href);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.waitForURL(/\/app\/center\/card\.nl/);
}
