import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { chipSays, connects, settings } from '../steps/connecting.ts';
import { deploysVersion } from '../steps/deploying.ts';
import { farEndRings, farEndHears } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { dock, opens } from '../steps/records.ts';
import { onePhone, phoneIsBack } from '../steps/registrations.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

const newer = 'A newer version is deployed: reload when the call is over.';

journey('A newer version is deployed; the next page takes the phone over, the old tab says so and still works', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await deploysVersion(story, 'fedcba9875');
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await dock(page).getByText('Connected', { exact: true }).waitFor();
  await app.getByText(newer).waitFor();
  await chipSays(app, 'Connected');
  await phoneIsBack(story, salesRep.extensionNumber);
  onePhone(story, salesRep.extensionNumber);
  await dials(app, '+14045550170');
  const call = await farEndRings(story, '+14045550170');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await farEndHears(story, call);
  await press(callCard(app, 'Juniper Street Bakery'), 'Hang up');
  await app.reload();
  await callCard(app, 'Juniper Street Bakery').waitFor();
  await app.getByText(newer).waitFor({ state: 'detached' });
  onePhone(story, salesRep.extensionNumber);
});

journey('A newer version is deployed during a call: the next page joins the call, and takes the phone over when it has ended', async (story) => {
  const { sam, app, page, call } = await talks(story);
  await deploysVersion(story, 'fedcba9876');
  await page.reload();
  await goesOn(story, call, app);
  await app.getByText(newer).waitFor();
  const later = await settings(sam);
  await later.getByText(newer).waitFor();
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, later);
  await later.getByText(newer).waitFor({ state: 'detached' });
  await chipSays(later, 'Connected');
  await app.getByText(newer).waitFor();
  onePhone(story, salesRep.extensionNumber);
});

journey('A newer version that speaks otherwise is deployed during a call; Sam reloads his only tab, and the call goes on in it', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  await deploysVersion(story, 'abcdef0123', { wordsToo: true });
  await page.reload();
  await goesOn(story, call, page);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
});
