import { setTimeout as pause } from 'node:timers/promises';
import { openWorld, type World } from '../../__tests__/journeys/open-world.ts';
import { phoneCallsOf } from '../../__tests__/journeys/steps/records.ts';
import { administrator, salesRep, supportAgent } from '../../emulators/demo/people.ts';
import { createChance } from './chance.ts';
import { deeds, drawStep } from './deeds.ts';
import { isHeard, lookRound } from './look-round.ts';
import { openSoaker, type Soaker } from './soaker.ts';

const stepsBetweenLooks = 8;
/** A crashed line registers anew, a lost gateway is tried again, NetSuite is asked again: all within this time. */
const quietWithinMs = 20_000;

export interface SoakReport { seed: number; steps: number; violations: string[]; transcript: string[] }

/** Looks until all is well, and gives up with what is wrong. */
async function quiet(look: () => Promise<string[]>): Promise<string[]> {
  const latest = performance.now() + quietWithinMs;
  for (;;) {
    const wrong = await look().catch((failure: unknown) => [`cannot be looked at: ${String(failure).split('\n')[0]}`]);
    if (wrong.length === 0 || performance.now() > latest) return wrong;
    await pause(250);
  }
}

async function allOver(world: World, people: Soaker[]): Promise<string[]> {
  const { control } = world.demo.ringcentral;
  for (const who of people) for (const call of who.calls()) await control.farEndHangsUp(call.telephonySessionId).catch(() => undefined);
  const over = await quiet(async () => [
    ...(await Promise.all(people.map((who) => lookRound(world, who)))).flat(),
    ...control.state().calls.filter(({ endedAt }) => endedAt === null).map(() => 'a call is left'),
  ]);
  const logged = await quiet(async () => {
    const wrong: string[] = [];
    for (const call of control.state().calls) {
      const records = await phoneCallsOf(world, call.telephonySessionId);
      if (records.length > 1) wrong.push('a call is logged twice');
      if (records.length === 0 && call.answeredAt !== null) wrong.push('a call that was answered is not logged');
    }
    return wrong;
  });
  return [...over, ...logged];
}

/** Three users at a browser each, four tabs each, doing at random what people and bad luck do, for so long. */
export async function soak({ minutes, seed }: { minutes: number; seed: number }): Promise<SoakReport> {
  const world = await openWorld({ timings: null });
  const chance = createChance(seed);
  const transcript: string[] = [];
  const violations: string[] = [];
  let steps = 0;
  const note = (wrong: string[], who: string): void => {
    for (const each of wrong) {
      violations.push(`step ${steps}, ${who}: ${each}`);
      transcript.push(`  !! ${each}`);
    }
  };
  try {
    const people = [
      await openSoaker(world, administrator, 'Blue Heron Breweries'),
      await openSoaker(world, salesRep, 'Juniper Street Bakery'),
      await openSoaker(world, supportAgent, 'Golden Gate Printing'),
    ];
    const end = performance.now() + minutes * 60_000;
    while (performance.now() < end) {
      for (let turn = 0; turn < stepsBetweenLooks; turn += 1) {
        const step = drawStep(chance, people);
        const { who } = step;
        steps += 1;
        const came = await deeds[step.deed]?.(world, who, step).catch((failure: unknown) => String(failure).split('\n')[0]);
        await pause(step.ms);
        const now = who.calls().map(({ direction, farEnd }) => `${direction} ${farEnd.state}`).join(', ');
        transcript.push(`${steps} ${who.person.firstName} ${step.deed} in tab ${step.tab}${typeof came === 'string' ? `: ${came}` : ''}; then: ${now || 'no call'}`);
      }
      for (const who of people) {
        note(await quiet(() => lookRound(world, who)), who.person.firstName);
        note(await quiet(() => isHeard(world, who)), who.person.firstName);
      }
    }
    note(await allOver(world, people), 'at the end');
    for (const who of people) await who.someone.leaves();
    note(await quiet(async () => world.demo.ringcentral.control.state().extensions.filter(({ sipSockets, gatewaySockets }) => sipSockets + gatewaySockets > 0).map(() => 'a socket is left')), 'after everybody left');
    return { seed, steps, violations, transcript };
  } finally {
    await world.close();
  }
}
