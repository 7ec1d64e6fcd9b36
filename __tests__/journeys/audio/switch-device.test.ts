import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { loggedOnce } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const others = (app: Page): Locator => app.getByRole('region', { name: 'On your other devices' });
/** The call with somebody, as it is listed where it is not. */
const elsewhere = (app: Page, who: string): Locator => others(app).getByRole('listitem').filter({ hasText: who });

const bakery = '+1 (404) 555-0170';

journey('Sam takes his call from the desk to the laptop and back, and the customer hears him all the time', async (story) => {
  const [desk, laptop] = [await story.someone(salesRep.email), await story.someone(salesRep.email)];
  for (const { context } of [desk, laptop]) await watchesPeers(context);
  const [there, here] = [await connects(desk), await connects(laptop)];
  await here.getByRole('link', { name: 'Phone', exact: true }).click();
  await dials(there, '+14045550170');
  const call = await farEndRings(story, '+14045550170');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await farEndHears(story, call);
  await elsewhere(here, bakery).waitFor();
  assert.equal(await elsewhere(there, bakery).count(), 0, 'it is not elsewhere at the desk');

  await press(elsewhere(here, bakery), 'Switch to this computer');
  await callCard(here, 'Juniper Street Bakery').getByText('Outbound call').waitFor();
  await farEndHears(story, call);
  await userHears(here);
  await press(callCard(here, 'Juniper Street Bakery'), 'Hold');
  await until('the customer is on hold', () => current(story, call).farEnd.state === 'held');
  await press(callCard(here, 'Juniper Street Bakery'), 'Hold');

  await press(elsewhere(there, bakery), 'Switch to this computer');
  await farEndHears(story, call);
  await userHears(there);
  const talk = (Date.now() - (current(story, call).answeredAt ?? 0)) / 1000;
  await press(callCard(there, 'Juniper Street Bakery'), 'Hang up');
  const record = await until('the whole talk is logged', async () => {
    const logged = await loggedOnce(story, call);
    return logged.talk !== null && logged.talk >= Math.floor(talk) && logged;
  });
  assert.equal(record.outcome, 'Completed');
});

journey('Two phones of Sam’s ring; what he took at the desk he finds on the laptop, and a refusal says why', async (story) => {
  const [desk, laptop] = [await story.someone(salesRep.email), await story.someone(salesRep.email)];
  await watchesPeers(laptop.context);
  const [there, here] = [await connects(desk), await connects(laptop)];
  await here.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+16505550100', name: 'ACME LTD' }, to: salesRep.extensionNumber });
  await press(callCard(there, 'Acme Ltd'), 'Answer');
  await elsewhere(here, 'ACME LTD').waitFor();

  story.demo.ringcentral.control.answerNextSip('INVITE', 603, 1);
  await press(elsewhere(here, 'ACME LTD'), 'Switch to this computer');
  await others(here).getByText(/RingCentral refused this.*603/).waitFor();
  await farEndHears(story, call);

  await press(elsewhere(here, 'ACME LTD'), 'Switch to this computer');
  await callCard(here, 'Acme Ltd').getByText('Inbound call').waitFor();
  await farEndHears(story, call);
  await userHears(here);
  assert.equal(await callCard(here, 'Acme Ltd').count(), 1, 'one card for the call that had rung here');
  await press(callCard(here, 'Acme Ltd'), 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});
