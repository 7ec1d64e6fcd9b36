import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { chipSays, connects, yourCard } from '../steps/connecting.ts';
import { until } from '../steps/until.ts';

journey('Sam connects and disconnects, in Firefox', async (story) => {
  const sam = await story.someone(salesRep.email, { browser: 'firefox' });
  const app = await connects(sam);
  await yourCard(app).getByRole('button', { name: 'Disconnect' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await chipSays(app, 'Not connected');
  await until('RingCentral knows no session of Sam', () => story.demo.ringcentral.control.state().extensions.every((each) => each.extensionNumber !== salesRep.extensionNumber || each.signedIn === 0));
}, { needs: 'firefox' });
