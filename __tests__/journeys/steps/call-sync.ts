import type { Page } from 'playwright-core';
import type { DemoPerson } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import type { Story } from '../journey.ts';
import { until } from './until.ts';

export const syncScript = 'customscript_rcns_call_sync';
const secrets = { clientId: 'custsecret_rcns_client_id', clientSecret: 'custsecret_rcns_client_secret', jwt: 'custsecret_rcns_jwt' };

const switchOff = `define(['N/record', 'N/query'], (record, query) => ({ run() {
  const [row] = query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_settings' }).asMappedResults();
  record.submitFields({ type: 'customrecord_rcns_settings', id: row.id, values: { custrecord_rcns_set_sync_on: false } });
} }))`;

/** Asks one of our endpoints as an administrator's page does. */
async function order(page: Page, story: Story, body: Record<string, unknown>): Promise<void> {
  const answer = await page.evaluate(async ({ url, body }) => {
    const ask = async (token: string, body: object) => (await (await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-RCNS-Token': token }, body: JSON.stringify(body) })).json()) as { ok: boolean; value?: { csrf?: string }; error?: { code: string } };
    const session = await ask('read', { action: 'session' });
    return ask(session.value?.csrf ?? '', body);
  }, { url: story.demo.addresses.api, body });
  if (!answer.ok) throw new Error(`${String(body['action'])} was refused: ${answer.error?.code}`);
}

/** The administrator switches call sync on and says whose an extension is; it is off again when the story ends. */
export async function switchesSyncOn(page: Page, story: Story, person: DemoPerson): Promise<void> {
  story.demo.ringcentral.control.setCallLog({ delayMs: 0 });
  await order(page, story, { action: 'save-sync', settings: { on: true, secrets, since: null } });
  story.afterwards(async () => {
    story.demo.ringcentral.control.setCallLog({ delayMs: 2_000 });
    await story.demo.netsuite.control.run(switchOff);
  });
  await order(page, story, { action: 'save-organizer', extensionId: person.extensionId, employee: story.demo.employeeId(person.email) });
  await syncRuns(story);
}

/** The schedule comes round. */
export async function syncRuns({ demo }: Story): Promise<void> {
  await demo.netsuite.control.runScheduled(syncScript);
}

/** Waits until a call is over for RingCentral, whose log has it from then on. */
export const isOver = ({ demo }: Story, { telephonySessionId }: Pick<CallView, 'telephonySessionId'>): Promise<unknown> =>
  until('the call is over', () => demo.ringcentral.telephony.call(telephonySessionId)?.endedAt !== null);
