import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { current, farEndHears, farEndRings, userHears } from '../steps/outside.ts';
import { callCard, dials, press, pressTogether } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { brightwaterCalls, isHeld, isOver, isTalkedTo, talksWithAcme } from '../steps/two-calls.ts';

journey('A second customer calls; Sam answers and holds the first, swaps between the two, and each is logged', async (story) => {
  const { app, call: first } = await talksWithAcme(story);
  const second = await brightwaterCalls(story);
  const [acmes, brightwaters] = [callCard(app, 'Acme Ltd'), callCard(app, 'Brightwater Plumbing')];
  await press(brightwaters, 'Answer and hold');
  await isHeld(story, first);
  await farEndHears(story, second);
  await userHears(app);
  await acmes.getByText('On hold', { exact: true }).waitFor();

  await press(acmes, 'Swap');
  await isHeld(story, second);
  await isTalkedTo(story, first);
  await farEndHears(story, first);
  await brightwaters.getByText('On hold', { exact: true }).waitFor();

  await press(acmes, 'Hang up');
  await isOver(story, first);
  assert.equal(current(story, second).farEnd.state, 'held', 'nobody is taken up unasked');
  await press(brightwaters, 'Hold');
  await farEndHears(story, second);
  await press(brightwaters, 'Hang up');
  for (const call of [first, second]) assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('A second customer calls; Sam answers and ends the first', async (story) => {
  const { app, call: first } = await talksWithAcme(story);
  const second = await brightwaterCalls(story);
  await press(callCard(app, 'Brightwater Plumbing'), 'Answer and end');
  await isOver(story, first);
  await farEndHears(story, second);
  await userHears(app);
  await press(callCard(app, 'Brightwater Plumbing'), 'Hang up');
  for (const call of [first, second]) assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('With two calls up a third can only be turned away, and the screen says why', async (story) => {
  const { app, call: first } = await talksWithAcme(story);
  await dials(app, '206-555-0143');
  const second = await farEndRings(story, '+12065550143');
  await isHeld(story, first);
  const third = await brightwaterCalls(story);
  const card = callCard(app, 'Brightwater Plumbing');
  await card.getByText('Two calls are up. End one of them first.').waitFor();
  assert.equal(await card.getByRole('button', { name: 'Answer and hold' }).isDisabled(), true);
  await dials(app, '303-555-0126');
  await app.getByRole('form', { name: 'Dial pad' }).getByText('Two calls are up. End one of them first.').waitFor();
  await press(card, 'Decline');
  assert.equal((await loggedOnce(story, third)).outcome, 'Declined');
  await press(callCard(app, 'Emerald City Coffee Roasters'), 'Hang up');
  await isOver(story, second);
  await press(callCard(app, 'Acme Ltd'), 'Hang up');
  await isOver(story, first);
});

journey('Answer and hold, pressed in two tabs at once, is done once', async (story) => {
  const { sam, app, call: first } = await talksWithAcme(story);
  const page = await opens(sam, 'customer', 'Three Rivers Steel');
  const second = await brightwaterCalls(story);
  await pressTogether([app, page].map((tab) => callCard(tab, 'Brightwater Plumbing')), 'Answer and hold');
  await isHeld(story, first);
  await farEndHears(story, second);
  for (const tab of [app, page]) assert.equal(await callCard(tab, 'Brightwater Plumbing').getByRole('alert').count(), 0, 'neither tab complains');
  assert.equal(current(story, second).parties.filter(({ extensionId }) => extensionId === salesRep.extensionId).length, 1, 'answered by one phone');
  await press(callCard(app, 'Brightwater Plumbing'), 'Hang up');
  await press(callCard(app, 'Acme Ltd'), 'Hang up');
  for (const call of [first, second]) assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});
