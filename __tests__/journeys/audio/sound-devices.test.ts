import { journey } from '../journey.ts';
import { soundSettings, speaksInto } from '../steps/devices.ts';
import { farEndHears, farEndRings, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { ends, talks } from '../steps/talking.ts';
import { isOver } from '../steps/two-calls.ts';

/** As Chromium calls the devices that it makes up for tests. */
const usual = 'Fake Default Audio Input';
const headset = 'Fake Audio Input 2';

journey('Sam takes up his headset in a call: he is heard through it at once, after a page load too, and in the next call', async (story) => {
  const { app, page, call } = await talks(story);
  await speaksInto([page], usual);
  const devices = await soundSettings(app);
  await devices.getByLabel('Microphone').selectOption({ label: headset });
  await speaksInto([page], headset);
  await farEndHears(story, call);
  await page.reload();
  await speaksInto([page, app], headset);
  await farEndHears(story, call);
  await devices.getByLabel('Microphone').selectOption('');
  await speaksInto([page, app], usual);
  await farEndHears(story, call);
  await devices.getByLabel('Microphone').selectOption({ label: headset });
  await ends(story, call, app);
  await page.getByRole('button', { name: /^Call \(404\) 555-0170/ }).click();
  await speaksInto([page, app], headset);
  const next = await farEndRings(story, '+14045550170');
  await press(callCard(page, 'Juniper Street Bakery').first(), 'Hang up');
  await isOver(story, next);
});

journey('Sam chooses another speaker in a call, and goes on hearing', async (story) => {
  const { app, page, call } = await talks(story);
  const devices = await soundSettings(app);
  await devices.getByLabel('Speaker').selectOption({ label: 'Fake Audio Output 1' });
  await userHears(page);
  await ends(story, call, page);
});
