import type { Page } from 'playwright-core';
import { connects } from '../../__tests__/journeys/steps/connecting.ts';
import type { World } from '../../__tests__/journeys/open-world.ts';
import { opens } from '../../__tests__/journeys/steps/records.ts';
import { someoneAt, type Someone } from '../../__tests__/journeys/steps/someone.ts';
import type { DemoPerson } from '../../emulators/demo/people.ts';
import type { CallView } from '../../emulators/ringcentral/telephony/contract.ts';
import { watchesState } from './watched-state.ts';

const tabCount = 4;

/** A user with a browser profile of their own and four tabs. */
export interface Soaker {
  person: DemoPerson;
  someone: Someone;
  /** Who they call and are called by; their tabs show this customer. */
  record: string;
  tabs: Page[];
  /** This user's calls at RingCentral that are not over. */
  calls(): CallView[];
}

export async function openSoaker(world: World, person: DemoPerson, customer: string): Promise<Soaker> {
  const someone = await someoneAt(world, person.email, 'chromium');
  await watchesState(someone.context);
  const app = await connects(someone);
  const first = await opens(someone, 'customer', customer);
  const record = first.url();
  await app.goto(record);
  const tabs = [app, first];
  while (tabs.length < tabCount) tabs.push(await someone.tab(record));
  return {
    person, someone, record, tabs,
    calls: () => world.demo.ringcentral.control.state().calls.filter(({ endedAt, parties }) => endedAt === null && parties.some(({ extensionId }) => extensionId === person.extensionId)),
  };
}
