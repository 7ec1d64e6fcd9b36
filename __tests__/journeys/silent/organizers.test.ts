import assert from 'node:assert/strict';
import { administrator } from '../../../emulators/demo/people.ts';
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
  const kim = app.getByRole('list', { name: 'Extensions and their employees' }).getByRole('listitem').filter({ hasText: 'Ext. 103' });
  await app.getByRole('button', { name: 'Read again from RingCentral' }).click();
  await kim.waitFor();
  await match.getByRole('button', { name: 'Preview auto-match' }).click();
  await match.getByText('Nothing is saved yet').waitFor();
  await kim.getByText('Unmapped').waitFor();
  await match.getByRole('button', { name: 'Auto-match and save' }).click();
  await kim.getByText('Auto (email)').waitFor();

  await kim.getByRole('button', { name: 'Change' }).click();
  await kim.getByLabel(/name or e-mail$/).fill('rosa');
  await kim.getByRole('button', { name: /Rosa Klein/ }).click();
  await kim.getByText('Manual').waitFor();
  await app.reload();
  await kim.getByText('Manual').waitFor();
  assert.equal(await kim.locator('.mapping-employee').textContent(), 'Rosa Klein');
  await kim.getByRole('button', { name: 'Unmap' }).click();
  await until('it is mapped to nobody', async () => (await kim.locator('.mapping-employee').textContent()) === 'Nobody');
});
