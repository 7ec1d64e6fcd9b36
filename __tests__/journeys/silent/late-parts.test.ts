import { journey, type Story } from '../journey.ts';
import { dock } from '../steps/records.ts';
import { ends, talks } from '../steps/talking.ts';

/** The File Cabinet's next answers; whoever loads a module tries twice. */
const fileCabinetIsAway = ({ demo }: Story): void => demo.netsuite.control.fault({ path: '/core/media/media.nl', times: 2, answer: { kind: 'status', status: 503 } });
const notLoaded = 'This part of the phone could not be loaded. Check your network and try again.';

journey('NetSuite is away for a moment when Sam wants to record his call: the card says so each time, and the next press does it', async (story) => {
  const { page, call } = await talks(story);
  const card = dock(page).getByRole('article');
  fileCabinetIsAway(story);
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('alert').getByText(notLoaded).waitFor();
  await card.getByRole('button', { name: 'Try again' }).click();
  await card.getByRole('button', { name: 'Park' }).waitFor();
  fileCabinetIsAway(story);
  await card.getByRole('button', { name: 'Record' }).click();
  await card.getByRole('alert').getByText(notLoaded).waitFor();
  await card.getByRole('button', { name: 'Record' }).click();
  await card.getByText('Recording', { exact: true }).waitFor();
  await ends(story, call, page);
});

journey('Sam records his call, which his phone has to load first, in Firefox', async (story) => {
  const { page, call } = await talks(story, 'firefox');
  const card = dock(page).getByRole('article');
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('button', { name: 'Record' }).click();
  await card.getByText('Recording', { exact: true }).waitFor();
  await ends(story, call, page);
}, { needs: 'firefox' });
