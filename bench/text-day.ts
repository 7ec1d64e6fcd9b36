import { salesRep } from '../emulators/demo/people.ts';
import { openWorld, type World } from '../__tests__/journeys/open-world.ts';
import { connects } from '../__tests__/journeys/steps/connecting.ts';
import { loggedTexts } from '../__tests__/journeys/steps/texts.ts';
import { someoneAt } from '../__tests__/journeys/steps/someone.ts';
import { until } from '../__tests__/journeys/steps/until.ts';
import type { Bench } from './bench.ts';
import type { Figure } from './figure.ts';

const customer = { name: 'Bayside Dental Group', phoneNumber: '+14155550145' };
/** A day of texts as people write them: a few times some lines back and forth, with pauses that are longer than production's quiet. */
const exchanges = 4;
const messagesEach = 5;
/** Longer than the line waits for more of a conversation, and for how the last one arrived. */
const withinMs = 30_000;

const ids = ['text_day.requests', 'text_day.records'];

/** Every request to NetSuite of ours from the first word to the last message logged, whatever it is for. */
const requests = ({ demo }: World): number => demo.netsuite.control.executions().filter(({ script, parent }) => parent === null && script.startsWith('customscript_rcns_')).length;

export const textDay: Bench = {
  ids,
  async measure() {
    const world = await openWorld({ timings: null });
    try {
      const { texts } = world.demo.ringcentral.control;
      const sam = await someoneAt(world, salesRep.email, 'chromium');
      const app = await connects(sam);
      texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text: 'Good morning' });
      await app.getByRole('link', { name: /^Messages/ }).click();
      await app.getByRole('link', { name: new RegExp(customer.name) }).click();
      const write = app.getByRole('textbox', { name: 'Text message' });
      await until('the first one is logged', async () => (await loggedTexts(world, 'Good morning')).length > 0, withinMs);

      world.demo.netsuite.control.clearJournal();
      const words = Array.from({ length: exchanges * messagesEach }, (_, n) => `Line ${n + 1} of the day`);
      for (const [n, text] of words.entries()) {
        if (n % 2 === 0) texts.textIn({ from: { phoneNumber: customer.phoneNumber }, to: [salesRep.extensionNumber], text });
        else {
          await write.fill(text);
          await write.press('Enter');
        }
        await app.getByRole('list', { name: 'Messages of this conversation' }).getByText(text, { exact: true }).waitFor();
        if ((n + 1) % messagesEach > 0) continue;
        await until('this exchange is logged as it ended', async () => (await loggedTexts(world, ...words)).filter(({ delivery }) => delivery === 'Received' || delivery === 'Delivered').length === n + 1, withinMs);
      }
      const logged = await loggedTexts(world, ...words);
      const figures: Figure[] = [
        { id: 'text_day.requests', what: `requests to NetSuite of a day of ${words.length} texts in ${exchanges} exchanges`, value: requests(world), unit: 'requests' },
        { id: 'text_day.records', what: 'phone calls that these texts make, all in one', value: new Set(logged.map(({ phoneCall }) => phoneCall)).size, unit: 'records' },
      ];
      await sam.leaves();
      return figures;
    } finally {
      await world.close();
    }
  },
};
