import assert from 'node:assert/strict';
import { administrator } from '../../../emulators/demo/people.ts';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import { journey } from '../journey.ts';
import { until } from '../steps/until.ts';

journey('An administrator tests call sync’s connection, has extensions matched by e-mail, and gives one to somebody else by hand', async (story) => {
  const ada = await story.someone(administrator.email);
  const app = await ada.app();
  await app.getByRole('link', { name: 'Settings' }).click();
  const sync = app.getByRole('region', { name: 'RingCentral Call Sync' });
  await sync.getByRole('link', { name: 'Open call sync' }).click();
  const connection = app.getByRole('form', { name: 'Connection' });
  await connection.getByRole('button', { name: 'Test Connection' }).click();
  await connection.getByText('RingCentral accepts the credential.').waitFor();
  await connection.getByText('ada.morgan@fairweather.example').waitFor();

  await app.getByRole('link', { name: '‹ Settings' }).click();
  await sync.getByRole('link', { name: 'Organizer mapping' }).click();
  const match = app.getByRole('region', { name: 'Auto-match' });
  // The administrator's own: nobody connects a phone as her, and whoever connects one is bound to it.
  const own = app.getByRole('list', { name: 'Extensions and their employees' }).getByRole('listitem').filter({ hasText: 'Ext. 101' });
  await app.getByRole('button', { name: 'Read again from RingCentral' }).click();
  await own.waitFor();
  await match.getByRole('button', { name: 'Preview auto-match' }).click();
  await match.getByText('Nothing is saved yet').waitFor();
  await own.getByText('Unmapped').waitFor();
  assert.deepEqual(await askNetSuite(story.demo.netsuite, 'SELECT id FROM customrecord_rcns_extension WHERE custrecord_rcns_ext_id = ?', [administrator.extensionId]), [], 'nor is it saved');
  await match.getByRole('button', { name: 'Auto-match and save' }).click();
  await own.getByText('Auto (email)').waitFor();

  await own.getByRole('button', { name: 'Change' }).click();
  await own.getByLabel(/name or e-mail$/).fill('rosa');
  await own.getByRole('button', { name: /Rosa Klein/ }).click();
  await own.getByText('Manual').waitFor();
  await app.reload();
  await own.getByText('Manual').waitFor();
  assert.equal(await own.locator('.mapping-employee').textContent(), 'Rosa Klein');
  await own.getByRole('button', { name: 'Unmap' }).click();
  await until('it is mapped to nobody', async () => (await own.locator('.mapping-employee').textContent()) === 'Nobody');
});
