import type { Page } from 'playwright-core';
import { salesRep } from '../emulators/demo/people.ts';
import type { CallView } from '../emulators/ringcentral/telephony/contract.ts';
import { openWorld, type World } from '../__tests__/journeys/open-world.ts';
import { connects } from '../__tests__/journeys/steps/connecting.ts';
import { current, farEndHears, farEndRings, userHears, watchesPeers } from '../__tests__/journeys/steps/outside.ts';
import { opens } from '../__tests__/journeys/steps/records.ts';
import { someoneAt, type Someone } from '../__tests__/journeys/steps/someone.ts';
import { watchesMoments } from './moments.ts';

const customer = 'Juniper Street Bakery';

/** Sam at his browser, connected, with production's delays; his first tab shows a record page and runs the line. */
export interface AtWork { world: World; sam: Someone; first: Page }

export async function atWork<T>(work: (here: AtWork) => Promise<T>): Promise<T> {
  const world = await openWorld({ timings: null });
  try {
    const sam = await someoneAt(world, salesRep.email, 'chromium');
    await watchesPeers(sam.context);
    await watchesMoments(sam.context);
    const first = await connects(sam);
    const record = await opensCustomer(sam);
    await first.goto(record.url());
    await record.close();
    return await work({ world, sam, first });
  } finally {
    await world.close();
  }
}

export const opensCustomer = (sam: Someone): Promise<Page> => opens(sam, 'customer', customer);

/** Calls the customer from this page; both hear each other. */
export async function talksOn({ world }: AtWork, page: Page): Promise<CallView> {
  await page.getByRole('button', { name: /^Call \(404\) 555-0170/ }).click();
  const call = await farEndRings(world, '+14045550170');
  await world.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await bothHear(world, call, page);
  world.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
  return call;
}

export const bothHear = (world: World, call: CallView, page: Page): Promise<unknown> => Promise.all([farEndHears(world, call), userHears(page)]);

/** The longest pause at the far end since it was last asked. */
export function pauseOf(world: World, call: CallView): number {
  const pause = current(world, call).media?.longestPauseMs ?? Number.NaN;
  world.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
  return pause;
}

/** Of our SIP leg. */
export const callIdOf = (world: World, call: CallView): string | undefined => current(world, call).parties.find(({ extensionId }) => extensionId === salesRep.extensionId)?.sipData?.callId;
