import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { loggedOnce } from '../steps/records.ts';
import { isHeld, isOver, isTalkedTo } from '../steps/two-calls.ts';
import { until } from '../steps/until.ts';

const others = (app: Page): Locator => app.getByRole('region', { name: 'On your other devices' });
/** The call with somebody, as it is listed where it is not. */
const elsewhere = (app: Page, who: string): Locator => others(app).getByRole('listitem').filter({ hasText: who });

/** Nobody whom NetSuite or another journey knows. */
const customer = '+1 (775) 555-0131';
const caller = { phoneNumber: '+17755550132', name: 'WASHOE LUMBER' };

journey('Sam takes his call from the desk to the laptop and back, and the customer hears him all the time', async (story) => {
  const [desk, laptop] = [await story.someone(salesRep.email), await story.someone(salesRep.email)];
  for (const { context } of [desk, laptop]) await watchesPeers(context);
  const [there, here] = [await connects(desk), await connects(laptop)];
  await here.getByRole('link', { name: 'Phone', exact: true }).click();
  await dials(there, '+17755550131');
  const call = await farEndRings(story, '+17755550131');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await farEndHears(story, call);
  await elsewhere(here, customer).waitFor();
  assert.equal(await elsewhere(there, customer).count(), 0, 'it is not elsewhere at the desk');

  await press(elsewhere(here, customer), 'Switch to this computer');
  await callCard(here, customer).getByText('Outbound call').waitFor();
  await farEndHears(story, call);
  await userHears(here);
  await press(callCard(here, customer), 'Hold');
  await until('the customer is on hold', () => current(story, call).farEnd.state === 'held');
  await press(callCard(here, customer), 'Hold');

  await press(elsewhere(there, customer), 'Switch to this computer');
  await farEndHears(story, call);
  await userHears(there);
  const talk = (Date.now() - (current(story, call).answeredAt ?? 0)) / 1000;
  await press(callCard(there, customer), 'Hang up');
  const record = await until('the whole talk is logged', async () => {
    const logged = await loggedOnce(story, call);
    return logged.talk !== null && logged.talk >= Math.floor(talk) && logged;
  });
  assert.equal(record.outcome, 'Completed');
});

journey('Sam talks on the laptop while his desk has another call; he takes that over too, and a refusal says why', async (story) => {
  const [desk, laptop] = [await story.someone(salesRep.email), await story.someone(salesRep.email)];
  await watchesPeers(laptop.context);
  const [there, here] = [await connects(desk), await connects(laptop)];
  await here.getByRole('link', { name: 'Phone', exact: true }).click();
  await dials(here, '+17755550131');
  const first = await farEndRings(story, '+17755550131');
  await story.demo.ringcentral.control.farEndAnswers(first.telephonySessionId);
  await farEndHears(story, first);
  const call = await story.demo.ringcentral.control.ringIn({ from: caller, to: salesRep.extensionNumber });
  await press(callCard(there, caller.name), 'Answer');
  await elsewhere(here, caller.name).waitFor();

  story.demo.ringcentral.control.answerNextSip('INVITE', 603, 1);
  await press(elsewhere(here, caller.name), 'Switch to this computer');
  await others(here).getByText(/RingCentral refused this.*603/).waitFor();
  await farEndHears(story, call);
  await isTalkedTo(story, first);
  await farEndHears(story, first);

  await press(elsewhere(here, caller.name), 'Switch to this computer');
  await callCard(here, caller.name).getByText('Inbound call').waitFor();
  await farEndHears(story, call);
  await userHears(here);
  assert.equal(await callCard(here, caller.name).count(), 1, 'one card for the call that had rung here');
  await isHeld(story, first);
  await press(callCard(here, caller.name), 'Hang up');
  await press(callCard(here, customer), 'Hang up');
  await isOver(story, first);
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});
