import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { loggedTexts } from '../steps/texts.ts';
import { until } from '../steps/until.ts';

const customer = { phoneNumber: '+14155550145' };

journey('Sam and a customer text back and forth, and see how far each text got', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const { texts } = story.demo.ringcentral.control;
  texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text: 'Is the crown ready?' });
  await app.getByRole('link', { name: /^Messages/ }).click();
  await app.getByRole('link', { name: /Bayside Dental Group.*1 unread/ }).click();
  const log = app.getByRole('list', { name: 'Messages of this conversation' });
  await log.getByText('Is the crown ready?').waitFor();
  await app.getByRole('link', { name: 'Messages', exact: true }).waitFor();

  const write = app.getByRole('textbox', { name: 'Text message' });
  await write.fill('Yes, <b>today</b> from noon 😀');
  await write.press('Enter');
  const answer = log.getByRole('listitem').filter({ hasText: 'from noon' });
  await answer.getByText('Delivered').waitFor();
  assert.deepEqual(texts.textsGotBy(customer.phoneNumber).map(({ text }) => text), ['Yes, <b>today</b> from noon 😀']);

  texts.setArrival(customer.phoneNumber, 'fail');
  await write.fill('Shall I keep it for you?');
  await app.getByRole('button', { name: 'Send' }).click();
  const lost = log.getByRole('listitem').filter({ hasText: 'Shall I keep it for you?' });
  await lost.getByText('Not delivered. RingCentral says: SMS-RC-410').waitFor();
  texts.setArrival(customer.phoneNumber, 'deliver');
  await lost.getByRole('button', { name: 'Retry' }).click();
  await lost.getByText('Delivered', { exact: false }).last().waitFor();

  const logged = await until('all of it is logged as it ended', async () => {
    const found = await loggedTexts(story, 'Is the crown ready?', 'Yes, <b>today</b> from noon 😀', 'Shall I keep it for you?');
    return found.filter(({ delivery }) => delivery === 'Delivered').length === 2 && found;
  });
  assert.deepEqual(logged.map(({ direction, delivery }) => `${direction} ${delivery}`), ['Inbound Received', 'Outbound Delivered', 'Outbound Failed', 'Outbound Delivered']);
  assert.equal(new Set(logged.map(({ phoneCall }) => phoneCall)).size, 1, 'one phone call for the conversation and day');
});

journey('Texts that came while no page was open are there with the next one, and each is logged once', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const { texts } = story.demo.ringcentral.control;
  texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text: 'Are you open on Friday?' });
  await until('the first text is logged', async () => (await loggedTexts(story, 'Are you open on Friday?')).length > 0);

  await app.goto('about:blank');
  await until('nobody listens any more', () => story.demo.ringcentral.control.state().extensions.every(({ gatewaySockets }) => gatewaySockets === 0));
  texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text: 'Never mind, found it.' });
  texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text: 'See you on Friday.' });

  await app.goto(new URL(story.demo.addresses.app, story.demo.netsuite.url).href);
  await app.getByRole('link', { name: /^Messages/ }).click();
  await app.getByRole('link', { name: /Bayside Dental Group.*See you on Friday/ }).waitFor();
  const words = ['Are you open on Friday?', 'Never mind, found it.', 'See you on Friday.'];
  const logged = await until('all three are logged', async () => {
    const found = await loggedTexts(story, ...words);
    return found.length >= 3 && found;
  });
  assert.deepEqual(logged.map(({ text }) => text), words);
  assert.equal(new Set(logged.map(({ phoneCall }) => phoneCall)).size, 1, 'one phone call for the conversation and day');
  assert.match(logged[0]?.title ?? '', /Bayside Dental Group/);
});

journey('A picture from a customer is shown in Firefox, and stands with its text in NetSuite', async (story) => {
  const sam = await story.someone(salesRep.email, { browser: 'firefox' });
  const app = await connects(sam);
  await app.getByRole('link', { name: /^Messages/ }).click();
  const picture = { contentType: 'image/png', fileName: 'crown.png', content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' };
  story.demo.ringcentral.control.texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text: 'It looks like this.', pictures: [picture] });
  await app.getByRole('link', { name: /Bayside Dental Group.*It looks like this/ }).click();
  const shown = app.getByRole('img', { name: 'crown.png' });
  await shown.waitFor();
  assert.equal(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth), 1, 'the picture itself, not a broken one');
  await until('its text is logged', async () => (await loggedTexts(story, 'It looks like this.')).length === 1);
}, { needs: 'firefox' });
