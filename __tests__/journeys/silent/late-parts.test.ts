import { journey } from '../journey.ts';
import { dock } from '../steps/records.ts';
import { ends, talks } from '../steps/talking.ts';

journey('NetSuite is away for a moment when Sam wants to record his call: the card says so, and another try brings the button', async (story) => {
  const { page, call } = await talks(story);
  const card = dock(page).getByRole('article');
  // Whoever loads a module tries twice.
  story.demo.netsuite.control.fault({ path: '/core/media/media.nl', times: 2, answer: { kind: 'status', status: 503 } });
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('alert').getByText('This part of the phone could not be loaded. Check your network and try again.').waitFor();
  await card.getByRole('button', { name: 'Try again' }).click();
  await card.getByRole('button', { name: 'Record' }).click();
  await card.getByText('Recording', { exact: true }).waitFor();
  await ends(story, call, page);
});
