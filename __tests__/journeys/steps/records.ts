import type { Locator, Page } from 'playwright-core';
import type { World } from '../world.ts';
import type { Someone } from './someone.ts';
import { until } from './until.ts';

const lists = { customer: '/app/common/entity/custjoblist.nl', contact: '/app/common/entity/contactlist.nl', vendor: '/app/common/entity/vendorlist.nl' };

/** Finds a record in its list, as people do, and opens it in a new tab. */
export async function opens(someone: Someone, type: keyof typeof lists, name: string): Promise<Page> {
  const page = await someone.tab(`${lists[type]}?search=${encodeURIComponent(name)}`);
  await page.locator('tr[data-row]').filter({ hasText: name }).getByRole('link', { name: 'View' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return page;
}

export const dock = (page: Page): Locator => page.getByRole('region', { name: 'RingCentral phone' });

/** Rows of Communication > Activities on a record's page, newest first. */
export const activities = (page: Page): Locator => page.locator('[data-sublist="activities"] tr[data-row]');

/** Loads the page anew until the row is there: "seconds after hang-up". */
export async function activityShown(page: Page, text: string | RegExp): Promise<Locator> {
  const row = activities(page).filter({ hasText: text });
  await until('the call stands on the record', async () => {
    await page.reload();
    return (await row.count()) > 0;
  });
  return row;
}

export interface PhoneCallRow { id: number; title: string; external: string; outcome: string | null; direction: string | null; company: number | null; contact: number | null; organizer: number; notes: string | null; message: string | null; talk: number | null; ring: number | null; from: string | null; to: string | null; status: string }

/** All phone calls of one telephony session, as an administrator sees them. */
export function phoneCallsOf({ demo }: World, telephonySessionId: string): Promise<PhoneCallRow[]> {
  return demo.phoneCalls(telephonySessionId) as Promise<PhoneCallRow[]>;
}
