import type { Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import type { Story } from '../journey.ts';
import { connects } from './connecting.ts';
import { current, farEndHears, userHears, watchesPeers } from './outside.ts';
import { callCard, press } from './phone.ts';
import type { Someone } from './someone.ts';
import { until } from './until.ts';

const acme = { phoneNumber: '+16505550100', name: 'ACME LTD' };
const brightwater = { phoneNumber: '+442079460018', name: 'BRIGHTWATER' };

/** Sam sits at the phone app and talks with Acme, who called him. */
export async function talksWithAcme(story: Story): Promise<{ sam: Someone; app: Page; call: CallView }> {
  const sam = await story.someone(salesRep.email);
  await watchesPeers(sam.context);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: acme, to: salesRep.extensionNumber });
  await press(callCard(app, 'Acme Ltd'), 'Answer');
  await farEndHears(story, call);
  await userHears(app);
  return { sam, app, call };
}

/** Brightwater calls Sam, who talks already. */
export const brightwaterCalls = (story: Story): Promise<CallView> => story.demo.ringcentral.control.ringIn({ from: brightwater, to: salesRep.extensionNumber });

export const isHeld = (story: Story, call: CallView): Promise<boolean> => until('the far end is on hold', () => current(story, call).farEnd.state === 'held');
export const isTalkedTo = (story: Story, call: CallView): Promise<boolean> => until('the far end is talked to', () => current(story, call).farEnd.state === 'talking');
export const isOver = (story: Story, call: CallView): Promise<boolean> => until('the far end is alone', () => current(story, call).farEnd.state === 'ended');
