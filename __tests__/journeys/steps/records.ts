import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import type { World } from '../open-world.ts';
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

export interface PhoneCallRow { id: number; title: string; status: string; outcome: string | null; direction: string | null; company: number | null; contact: number | null; organizer: number; notes: string | null; talk: number | null; from: string | null; to: string | null }

/** All phone calls of one telephony session, as an administrator sees them. */
export async function phoneCallsOf({ demo }: World, telephonySessionId: string): Promise<PhoneCallRow[]> {
  const rows = await askNetSuite(
    demo.netsuite,
    `SELECT id, title, status, company, contact, assigned, custevent_rcns_notes AS notes, custevent_rcns_talk_s AS talk, custevent_rcns_from AS caller, custevent_rcns_to AS callee,
            BUILTIN.DF(custevent_rcns_outcome) AS outcome, BUILTIN.DF(custevent_rcns_direction) AS direction
       FROM phonecall WHERE custevent_rcns_session = ? ORDER BY id`,
    [telephonySessionId],
  );
  const numeric = (value: string | number | null | undefined): number | null => (value === null || value === undefined ? null : Number(value));
  const text = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
  return rows.map((row) => ({
    id: Number(row['id']), title: String(row['title']), status: String(row['status']), outcome: text(row['outcome']), direction: text(row['direction']),
    company: numeric(row['company']), contact: numeric(row['contact']), organizer: Number(row['assigned']),
    notes: text(row['notes']), talk: numeric(row['talk']), from: text(row['caller']), to: text(row['callee']),
  }));
}

/** Waits until a call is logged with its outcome, once: RingCentral may tell late how it ended, and the record is completed then. */
export async function loggedOnce(world: World, { telephonySessionId }: { telephonySessionId: string }): Promise<PhoneCallRow> {
  const records = await until('the call is logged', async () => {
    const rows = await phoneCallsOf(world, telephonySessionId);
    return rows.some(({ outcome }) => outcome !== null) && rows;
  });
  assert.equal(records.length, 1, 'one record');
  return records[0] as PhoneCallRow;
}

/** Internal id of a customer by name. */
export async function customerId({ demo }: World, name: string): Promise<number> {
  const [row] = await askNetSuite(demo.netsuite, 'SELECT id FROM customer WHERE companyname = ?', [name]);
  return Number(row?.['id']);
}
