import type { Page } from 'playwright-core';
import { salesRep } from '../emulators/demo/people.ts';
import { openWorld, type World } from '../__tests__/journeys/open-world.ts';
import { connects } from '../__tests__/journeys/steps/connecting.ts';
import { callWith, farEndRings } from '../__tests__/journeys/steps/outside.ts';
import { callCard, press } from '../__tests__/journeys/steps/phone.ts';
import { activities, opens } from '../__tests__/journeys/steps/records.ts';
import { someoneAt } from '../__tests__/journeys/steps/someone.ts';
import { until } from '../__tests__/journeys/steps/until.ts';
import type { Bench } from './bench.ts';
import { median, rounded, type Figure } from './figure.ts';

/** Real calls through the real pages; the line's delays are production's. */
const rounds = 5;
const customer = { name: 'Golden Gate Printing', button: /^Call 415 555 0187/, number: '+14155550187' };

/** The moment at which the page shows it. */
const shown = (page: Page, text: string): Promise<number> => page.getByText(text).first().waitFor().then(() => performance.now());

async function outbound(world: World): Promise<{ dialToRinging: number[]; hangupToRecord: number[]; requests: number[]; units: { restlet: number; userEvents: number }[] }> {
  const sam = await someoneAt(world, salesRep.email, 'chromium');
  const app = await connects(sam);
  const page = await opens(sam, 'customer', customer.name);
  const { control, telephony } = world.demo.ringcentral;
  const figures = { dialToRinging: [] as number[], hangupToRecord: [] as number[], requests: [] as number[], units: [] as { restlet: number; userEvents: number }[] };
  for (let round = 0; round < rounds; round += 1) {
    const rows = await activities(page).count();
    const ringing = new Promise<number>((resolve) => {
      const stop = telephony.onCallsChanged(() => {
        const call = callWith(world, customer.number);
        if (call?.farEnd.state !== 'ringing') return;
        stop();
        resolve(performance.now());
      });
    });
    const clicked = performance.now();
    await page.getByRole('button', { name: customer.button }).click();
    figures.dialToRinging.push((await ringing) - clicked);
    const call = await farEndRings(world, customer.number);
    await control.farEndAnswers(call.telephonySessionId);
    const card = callCard(page, customer.name);
    await card.getByText('Outbound call').waitFor();
    world.demo.netsuite.control.clearJournal();
    const hungUp = performance.now();
    await press(card, 'Hang up');
    for (;;) {
      await page.reload();
      if ((await activities(page).count()) > rows) break;
    }
    figures.hangupToRecord.push(performance.now() - hungUp);
    const executions = world.demo.netsuite.control.executions();
    const restlets = executions.filter((each) => each.entryPoint === 'post');
    const caused = executions.filter((each) => each.parent !== null && restlets.some((restlet) => restlet.id === each.parent));
    figures.requests.push(restlets.length);
    figures.units.push({ restlet: restlets.reduce((sum, each) => sum + each.units, 0), userEvents: caused.reduce((sum, each) => sum + each.units, 0) });
  }
  await app.close();
  await sam.leaves();
  return figures;
}

async function inbound(world: World): Promise<number[]> {
  const sam = await someoneAt(world, salesRep.email, 'chromium');
  await connects(sam);
  const page = await opens(sam, 'customer', customer.name);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rung = performance.now();
    const banner = shown(page, 'Incoming call');
    const call = await world.demo.ringcentral.control.ringIn({ from: { phoneNumber: customer.number, name: 'GOLDEN GATE' }, to: salesRep.extensionNumber });
    times.push((await banner) - rung);
    await world.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
    await until('the banner is gone', async () => (await page.getByText('Incoming call').count()) === 0);
  }
  await sam.leaves();
  return times;
}

const milliseconds = (id: string, what: string, values: number[]): Figure => ({ id, what: `${what} (median of ${values.length})`, value: rounded(median(values)), unit: 'ms' });

const ids = { out: ['dial_to_ringing.ms', 'hangup_to_record.ms', 'log.requests', 'log.units', 'log.units.restlet', 'log.units.user_events'], in: ['ring_to_banner.ms'] };

export const calls: Bench = {
  ids: [...ids.in, ...ids.out],
  async measure(_options, wanted) {
    const world = await openWorld({ timings: null });
    try {
      const figures: Figure[] = [];
      if (ids.in.some(wanted)) figures.push(milliseconds('ring_to_banner.ms', 'ring to banner on a record page', await inbound(world)));
      if (ids.out.some(wanted)) {
        const out = await outbound(world);
        figures.push(
          milliseconds('dial_to_ringing.ms', 'click on a phone field to ringing at the far end', out.dialToRinging),
          milliseconds('hangup_to_record.ms', 'hang-up to the first load of the customer page that shows the record', out.hangupToRecord),
          { id: 'log.requests', what: 'requests from hang-up to a finished record', value: Math.max(...out.requests), unit: 'requests' },
          { id: 'log.units', what: 'governance units of one logged call, RESTlet and user events together', value: Math.max(...out.units.map((each) => each.restlet + each.userEvents)), unit: 'units' },
          { id: 'log.units.restlet', what: 'of these, the RESTlet', value: Math.max(...out.units.map((each) => each.restlet)), unit: 'units' },
          { id: 'log.units.user_events', what: 'of these, user events', value: Math.max(...out.units.map((each) => each.userEvents)), unit: 'units' },
        );
      }
      return figures;
    } finally {
      await world.close();
    }
  },
};
