import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHearsSilence, farEndRings } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { until } from '../steps/until.ts';

journey('Sam mutes himself and opens the keypad before anybody answers; he is still muted when somebody does', async (story) => {
  const { control } = story.demo.ringcentral;
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);

  await dials(app, '(206) 555-0189');
  const call = await farEndRings(story, '+12065550189');
  const card = callCard(app, 'Blue Heron Breweries');
  await card.getByText('Ringing…').waitFor();
  await press(card, 'Mute');
  await press(card, 'Keypad');
  await card.getByRole('button', { name: '7', exact: true }).click();
  await card.getByLabel('Keys sent').getByText('7').waitFor();

  control.farEndAnswers(call.telephonySessionId);
  await card.getByText('Muted', { exact: true }).waitFor();
  await until('the far end is sent sound', () => (current(story, call).media?.packetsIn ?? 0) > 50);
  await farEndHearsSilence(story, call);
  await press(card, 'Hang up');
  await card.getByText('Completed', { exact: true }).waitFor();
});
