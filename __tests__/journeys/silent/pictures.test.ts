import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { administrator, salesRep } from '../../../emulators/demo/people.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { loggedTexts } from '../steps/texts.ts';
import { until } from '../steps/until.ts';

/** Dana Whitehorse of Dune Road Solar. */
const dana = '+15055550110';
const roof = { contentType: 'image/png', fileName: 'roof.png', content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' };

const danaSends = ({ demo }: Story, text: string): void =>
  void demo.ringcentral.control.texts.textIn({ from: { phoneNumber: dana }, to: [salesRep.extensionNumber], text, pictures: [roof] });
const contentsAsked = ({ demo }: Story): number => demo.ringcentral.control.requests().filter(({ path }) => path.includes('/content')).reduce((sum, { times }) => sum + times, 0);
const logged = (story: Story, text: string): Promise<number> => until('the text is logged', async () => (await loggedTexts(story, text))[0]?.phoneCall ?? false);

/** Sam reads what Dana sent: nothing unread is left to the next story. */
async function reads(app: Page, text: string): Promise<void> {
  await app.getByRole('link', { name: /^Messages/ }).click();
  await app.getByRole('link', { name: new RegExp(`Dana Whitehorse.*${text}`) }).click();
  await app.getByRole('link', { name: 'Messages', exact: true }).waitFor();
}

/** Ada chooses what becomes of pictures, and phones learn of it when they load next. */
async function chooses(ada: Page, choice: string): Promise<void> {
  const pictures = ada.getByRole('form', { name: 'Pictures of texts' });
  await pictures.getByLabel(choice).check();
  await pictures.getByRole('button', { name: 'Save' }).click();
  await pictures.getByText('Saved').waitFor();
}

journey('A picture stays at RingCentral where the company keeps links: nobody fetches it for NetSuite', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const before = contentsAsked(story);
  danaSends(story, 'The roof before');
  await logged(story, 'The roof before');
  danaSends(story, 'And from the street');
  const call = await logged(story, 'And from the street');
  const page = await sam.tab(`/app/crm/calendar/call.nl?id=${call}`);
  await page.getByRole('heading', { level: 1, name: /Text conversation/ }).waitFor();
  assert.equal(await page.getByRole('tab', { name: 'Files' }).count(), 0);
  assert.equal(contentsAsked(story), before);
  await reads(app, 'And from the street');
});

journey('An administrator has pictures kept as files: one that a customer sends is listed once on the phone call and opens there as it was, after a refusal as well', async (story) => {
  const ada = await (await story.someone(administrator.email)).app();
  await ada.getByRole('link', { name: 'Settings' }).click();
  await ada.getByRole('link', { name: /^Logging/ }).click();
  await chooses(ada, 'Files in the File Cabinet');

  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await sam.app();
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  story.demo.ringcentral.control.failNextRest({ status: 403, times: 1, pathContains: '/content/' });
  danaSends(story, 'The roof today');
  const call = await logged(story, 'The roof today');
  const refused = app.getByRole('region', { name: 'Not saved in NetSuite' });
  await refused.getByText('RingCentral does not give this picture to your phone (CMN-408)').waitFor();
  await refused.getByRole('button', { name: 'Try again' }).click();
  await refused.waitFor({ state: 'detached' });
  await reads(app, 'The roof today');
  const page = await sam.tab(`/app/crm/calendar/call.nl?id=${call}`);
  const files = page.locator('[data-sublist="mediaitem"] a');
  await until('the picture is listed on the phone call', async () => {
    await page.reload();
    return (await files.count()) > 0;
  });
  await page.getByRole('tab', { name: 'Files' }).click();
  const names = await files.allTextContents();
  assert.equal(new Set(names).size, names.length, 'each is listed once');
  assert.match(names.at(-1) ?? '', new RegExp(`^${salesRep.extensionId}-\\d+-\\d+\\.png$`));
  const [opened] = await Promise.all([page.waitForResponse(/media\.nl/), files.last().click()]);
  assert.deepEqual([opened.headers()['content-type'], (await opened.body()).toString('base64')], ['image/png', roof.content]);
  await chooses(ada, 'Links to RingCentral');
});
