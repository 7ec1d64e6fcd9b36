import assert from 'node:assert/strict';
import { administrator, salesRep } from '../../../emulators/demo/people.ts';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const card = 'Longfellow Music School';
const caller = { phoneNumber: '+12075550126' };

/** The administrator opens Settings and from there the screen. */
async function opensLogging(story: Story) {
  const ada = await story.someone(administrator.email);
  const app = await ada.app();
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('link', { name: /^Logging/ }).click();
  await app.getByRole('heading', { name: 'What to log' }).waitFor();
  return app;
}

journey('An administrator leaves short talks out: such a call makes no record until somebody writes a note about it', async (story) => {
  const ada = await opensLogging(story);
  const whatToLog = ada.getByRole('form', { name: 'What to log' });
  await whatToLog.getByLabel('Shortest talk to log, in seconds').fill('120');
  await whatToLog.getByRole('button', { name: 'Save' }).click();
  await whatToLog.getByText('Saved').waitFor();

  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: caller, to: salesRep.extensionNumber });
  const onScreen = callCard(app, card);
  await press(onScreen, 'Answer');
  await onScreen.getByText('Inbound call').waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await onScreen.getByText('Not logged: your company leaves calls like this one out.').waitFor();
  assert.deepEqual(await phoneCallsOf(story, call.telephonySessionId), []);

  await onScreen.getByLabel('Notes').fill('Asked for the spring programme.');
  await onScreen.getByText('Saved in NetSuite').waitFor();
  assert.equal((await loggedOnce(story, call)).notes, 'Asked for the spring programme.');

  await whatToLog.getByLabel('Shortest talk to log, in seconds').fill('0');
  await whatToLog.getByRole('button', { name: 'Save' }).click();
  await whatToLog.getByText('Saved').waitFor();
});

journey('An administrator adds a disposition, and what somebody chooses after a call stands in NetSuite', async (story) => {
  const ada = await opensLogging(story);
  const dispositions = ada.getByRole('form', { name: 'Dispositions' });
  await dispositions.getByRole('button', { name: 'Add disposition' }).click();
  await dispositions.getByRole('textbox').last().fill('Demo booked');
  await dispositions.getByRole('listitem').filter({ has: ada.locator('input[aria-label="Disposition 4"]') }).getByLabel('Offered').uncheck();
  await dispositions.getByRole('button', { name: 'Save' }).click();
  await dispositions.getByText('Saved').waitFor();

  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: caller, to: salesRep.extensionNumber });
  const onScreen = callCard(app, card);
  await onScreen.getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  const choice = onScreen.getByLabel('Disposition');
  assert.deepEqual(await choice.getByRole('option').allTextContents(), ['None chosen', 'Reached', 'Left a message', 'Call back', 'Wrong number', 'Demo booked']);
  await choice.selectOption('Demo booked');
  await until('the disposition stands on the record', async () => {
    const rows = await askNetSuite(story.demo.netsuite, 'SELECT BUILTIN.DF(custevent_rcns_disposition) AS disposition FROM phonecall WHERE custevent_rcns_session = ?', [call.telephonySessionId]);
    return rows.length === 1 && rows[0]?.['disposition'] === 'Demo booked';
  });
});

journey('A Member sees nothing of what is the company’s to decide, and NetSuite refuses who asks past the screen', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await sam.app();
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('heading', { name: 'RingCentral (You)' }).waitFor();
  const address = new URL(app.url());
  for (const screen of ['logging', 'call-card', 'sync', 'organizers']) {
    assert.equal(await app.locator(`a[href="#${screen}"]`).count(), 0, `no way to ${screen}`);
    address.hash = screen;
    await app.goto(address.href);
    await app.getByText('This is for Company Admins').waitFor();
  }
  const refused = await app.evaluate(async () => {
    const boot = JSON.parse(document.getElementById('rcns-boot')?.textContent ?? '{}') as { urls: { api: string } };
    const ask = async (body: object, token: string) => {
      const answer = await fetch(boot.urls.api, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-RCNS-Token': token }, body: JSON.stringify(body) });
      return (await answer.json()) as { ok: boolean; value?: { csrf: string }; error?: { code: string } };
    };
    const token = (await ask({ action: 'session' }, 'read')).value?.csrf ?? '';
    const answers = [
      await ask({ action: 'read-logging' }, 'read'),
      await ask({ action: 'save-what-to-log', whatToLog: { inbound: false, outbound: false, internal: false, minimumSeconds: 0 } }, token),
      await ask({ action: 'save-dispositions', dispositions: [{ id: null, name: 'Mine', offered: true }] }, token),
    ];
    return answers.map(({ ok, error }) => ok || error?.code);
  });
  assert.deepEqual(refused, refused.map(() => 'FORBIDDEN'));
});
