import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { loggedTexts } from '../steps/texts.ts';
import { until } from '../steps/until.ts';

const customer = { name: 'Bayside Dental Group', phoneNumber: '+14155550145' };

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
  const words = ['Are you open on Friday?', 'Never mind, found it.', 'See you on Friday.'];
  const logged = await until('all three are logged', async () => {
    const found = await loggedTexts(story, ...words);
    return found.length >= 3 && found;
  });
  assert.deepEqual(logged.map(({ text }) => text), words);
  assert.equal(new Set(logged.map(({ phoneCall }) => phoneCall)).size, 1, 'one phone call for the conversation and day');
  assert.match(logged[0]?.title ?? '', /Bayside Dental Group/);
});
