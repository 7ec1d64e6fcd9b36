import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard, press } from '../steps/phone.ts';

const who = 'Kestrel Aviation Services';

journey('Sam types in one window while he puts the call away in another: the words stay where he can copy them', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const other = await sam.app();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+13165550181' }, to: salesRep.extensionNumber });
  await callCard(app, who).getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await callCard(app, who).getByText('Saved in NetSuite', { exact: true }).waitFor();
  // The window hangs at the very moment at which it would hand the words over.
  await callCard(app, who).getByLabel('Notes').evaluate((box) => {
    (box as HTMLTextAreaElement).value = 'Wants ten flight plans';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    setTimeout(() => { for (const end = performance.now() + 800; performance.now() < end;); }, 50);
  });
  await press(callCard(other, who), 'Dismiss');
  await app.getByRole('alert').filter({ hasText: 'Copy what is missing into the phone call in NetSuite.' }).waitFor();
  await app.getByRole('alert').getByLabel('Notes').and(app.locator('[readonly]')).waitFor();
  await app.getByRole('button', { name: 'Discard these notes' }).click();
  await app.getByRole('button', { name: 'Discard these notes' }).waitFor({ state: 'detached' });
});
