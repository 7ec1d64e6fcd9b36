import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard } from '../steps/phone.ts';
import { loggedOnce, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const who = 'Longfellow Music School';
const words = 'Asks for ten flutes; the last words before the page is left';

journey('Notes whose only page is left the moment after the last key are saved all the same, in Firefox', async (story) => {
  const sam = await story.someone(salesRep.email, { browser: 'firefox' });
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+12075550126' }, to: salesRep.extensionNumber });
  await callCard(app, who).getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await loggedOnce(story, call);
  await callCard(app, who).getByText('Saved in NetSuite', { exact: true }).waitFor();
  await callCard(app, who).getByLabel('Notes').evaluate((box, text) => {
    (box as HTMLTextAreaElement).value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    location.href = '/app/center/card.nl?sc=-29';
  }, words);
  await until('the record has the last words', async () => (await phoneCallsOf(story, call.telephonySessionId))[0]?.notes === words);
  assert.equal((await phoneCallsOf(story, call.telephonySessionId)).length, 1);
}, { needs: 'firefox' });
