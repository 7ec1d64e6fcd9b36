import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../../__tests__/journeys/open-world.ts';
import type { Chance } from './chance.ts';
import type { Soaker } from './soaker.ts';

/** What is drawn for a deed before anybody looks whether it can be done, so that the draws never depend on the machine. */
export interface Drawn { tab: number; ms: number }

/** Answers what came of it, for whoever reads the transcript. */
export type Deed = (world: World, who: Soaker, drawn: Drawn) => Promise<unknown>;

/** A person waits so long for a button that is not there yet. */
const patienceMs = 2_000;

/** Answers whether it was there to be pressed. */
async function presses({ tabs }: Soaker, tab: number, button: RegExp): Promise<string> {
  const page = tabs[tab];
  if (!page) return 'no tab';
  const card = page.getByRole('article').getByRole('button', { name: button }).first();
  const isThere = (): Promise<boolean> => card.isVisible().catch(() => false);
  // A folded dock shows nothing but its bar.
  if (!(await isThere())) await page.getByRole('button', { name: /^Connected|^Reconnecting/, expanded: false }).first().click({ timeout: patienceMs }).catch(() => undefined);
  return card.click({ timeout: patienceMs }).then(() => 'done', () => 'not there');
}

async function replaces({ tabs, someone, record }: Soaker, tab: number): Promise<void> {
  tabs[tab] = await someone.context.newPage();
  await tabs[tab].goto(record);
}

/** What people, their browsers and bad luck do. Each is nothing where it cannot be done. */
export const deeds: Record<string, Deed> = {
  async calls(_world, who, { tab }) {
    if (who.calls().length > 0) return 'is in a call';
    return who.tabs[tab]?.getByRole('button', { name: /^Call [(+\d]/ }).first().click({ timeout: patienceMs }).then(() => 'done', () => 'not there');
  },
  async 'is called'({ demo }, who) {
    if (who.calls().length === 0) await demo.ringcentral.control.ringIn({ from: { phoneNumber: '+16505550100', name: 'ACME LTD' }, to: who.person.extensionNumber });
  },
  async 'is answered'({ demo }, who) {
    const ringing = who.calls().find(({ farEnd }) => farEnd.canAnswer);
    if (ringing) await demo.ringcentral.control.farEndAnswers(ringing.telephonySessionId);
  },
  answers: (_world, who, { tab }) => presses(who, tab, /^Answer/),
  declines: (_world, who, { tab }) => presses(who, tab, /^Decline/),
  holds: (_world, who, { tab }) => presses(who, tab, /^(Hold|Resume)/),
  mutes: (_world, who, { tab }) => presses(who, tab, /^(Mute|Unmute)/),
  'hangs up': (_world, who, { tab }) => presses(who, tab, /^Hang up/),
  async 'is hung up on'({ demo }, who) {
    const [call] = who.calls().filter(({ farEnd }) => farEnd.canHangUp);
    if (call) await demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  },
  'opens the edit form': (_world, who, { tab }) => who.tabs[tab]?.goto(`${who.record}&e=T`, { waitUntil: 'commit' }) ?? Promise.resolve(),
  'opens the record': (_world, who, { tab }) => who.tabs[tab]?.goto(who.record, { waitUntil: 'commit' }) ?? Promise.resolve(),
  'reloads a tab': (_world, who, { tab }) => who.tabs[tab]?.reload({ waitUntil: 'commit' }) ?? Promise.resolve(),
  async 'closes a tab'(_world, who, { tab }) {
    await who.tabs[tab]?.close();
    await replaces(who, tab);
  },
  async 'loses a renderer'(_world, who, { tab }) {
    const page = who.tabs[tab];
    if (!page) return;
    const devtools = await who.someone.context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    await replaces(who, tab);
  },
  async 'loses the network for a while'({ demo }, who, { ms }) {
    demo.ringcentral.control.dropNetwork('both', who.person.extensionNumber);
    await pause(ms * 4);
    demo.ringcentral.control.restoreNetwork('both', who.person.extensionNumber);
  },
};

const pageDeeds = ['opens the edit form', 'opens the record', 'reloads a tab', 'closes a tab', 'loses a renderer', 'loses the network for a while'];

/** What makes sense where somebody stands; each is as likely as it stands here often. */
const sensible = {
  free: ['calls', 'calls', 'is called', 'is called', ...pageDeeds],
  'it rings': ['answers', 'answers', 'answers', 'answers', 'declines', 'is hung up on', ...pageDeeds],
  'waits for an answer': ['is answered', 'is answered', 'is answered', 'is answered', 'mutes', 'hangs up', ...pageDeeds],
  talks: ['holds', 'holds', 'mutes', 'hangs up', 'is hung up on', ...pageDeeds, ...pageDeeds],
};

function situation(who: Soaker): keyof typeof sensible {
  const [call] = who.calls();
  if (!call) return 'free';
  if (call.farEnd.state !== 'ringing') return 'talks';
  return call.farEnd.canAnswer ? 'waits for an answer' : 'it rings';
}

export interface Step extends Drawn { who: Soaker; deed: string }

/** As many draws for every step, whatever stands: the same seed goes the same way as long as the phones do. */
export function drawStep(chance: Chance, people: Soaker[]): Step {
  const who = chance.of(people);
  const deed = chance.of(sensible[situation(who)]);
  return { who, deed, tab: chance.below(who.tabs.length), ms: 50 + chance.below(350) };
}
