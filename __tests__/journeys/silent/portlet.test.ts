import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { loggedOnce } from '../steps/records.ts';

journey('The dashboard shows the line’s state and, without a reload, the call that has just been logged', async (story) => {
  const sam = await story.someone(salesRep.email);
  const home = await sam.tab('/app/center/card.nl?sc=-29');
  const portlet = home.getByRole('region', { name: 'RingCentral', exact: true });
  await portlet.getByText('Not connected', { exact: true }).waitFor();
  await connects(sam);
  await portlet.getByText('Connected', { exact: true }).waitFor();
  await portlet.getByText('Sam Rivera · Ext. 102').waitFor();

  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14125550104', name: 'THREE RIVERS' }, to: salesRep.extensionNumber });
  await home.getByRole('article', { name: 'Call with Three Rivers Steel', exact: true }).getByRole('button', { name: 'Decline' }).click();
  const { id } = await loggedOnce(story, call);
  const row = portlet.getByRole('link', { name: 'Inbound call · Three Rivers Steel · declined', exact: true });
  await row.waitFor();
  await home.reload();
  await row.click();
  await home.waitForURL((url) => url.pathname.endsWith('/call.nl') && url.searchParams.get('id') === String(id));
  assert.equal(await home.getByRole('heading', { level: 1 }).innerText(), 'Inbound call · Three Rivers Steel · declined');
});
