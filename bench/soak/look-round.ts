import type { World } from '../../__tests__/journeys/open-world.ts';
import type { Soaker } from './soaker.ts';
import { watchedOf } from './watched-state.ts';

/** What is wrong with one user's phone at a quiet moment; empty: nothing. */
export async function lookRound({ demo }: World, who: Soaker): Promise<string[]> {
  const wrong: string[] = [];
  const extension = demo.ringcentral.control.state().extensions.find(({ extensionNumber }) => extensionNumber === who.person.extensionNumber);
  if (extension?.sipSockets !== 1) wrong.push(`${extension?.sipSockets} registered sockets`);
  if (extension?.gatewaySockets !== 1) wrong.push(`${extension?.gatewaySockets} gateway sockets`);

  // A call that only rings is not restored with its line: RingCentral offers it no second time.
  const up = who.calls().filter(({ farEnd }) => farEnd.state === 'talking' || farEnd.state === 'held');
  const windows = await Promise.all(who.tabs.map(watchedOf));
  let peers = 0;
  for (const [tab, { state, openPeers }] of windows.entries()) {
    peers += openPeers;
    if (!state) {
      wrong.push(`tab ${tab} knows nothing`);
      continue;
    }
    const live = state.calls.filter(({ phase }) => phase !== 'ended');
    const ids = new Set(live.map(({ telephonySessionId }) => telephonySessionId));
    if (ids.size !== live.length) wrong.push(`tab ${tab} shows a call twice`);
    if (state.movingAudio.length > 0) wrong.push(`tab ${tab} still moves audio`);
    for (const call of live) if (!who.calls().some(({ telephonySessionId }) => telephonySessionId === call.telephonySessionId)) wrong.push(`tab ${tab} shows a call that is over`);
    for (const call of up) {
      const shown = live.find(({ telephonySessionId }) => telephonySessionId === call.telephonySessionId);
      if (!shown) wrong.push(`tab ${tab} does not show a call that is up`);
      else if (shown.phase !== 'talking') wrong.push(`tab ${tab} shows ${shown.phase} for a call that is up`);
      else if (shown.held !== (call.farEnd.state === 'held')) wrong.push(`tab ${tab} is wrong about hold`);
      else if (state.mediaWindows[shown.callId] === undefined) wrong.push(`tab ${tab} knows no window for the audio`);
    }
  }
  const most = who.calls().length;
  if (peers > most) wrong.push(`${peers} peer connections for ${most} calls`);
  if (peers < up.length) wrong.push(`${peers} peer connections for ${up.length} calls that are up`);
  return wrong;
}

/** Whether packets of this user come to whom they talk to. */
export async function isHeard({ demo }: World, who: Soaker): Promise<string[]> {
  const packets = (): Map<string, number> => new Map(who.calls().filter(({ farEnd }) => farEnd.state === 'talking').map(({ telephonySessionId, media }) => [telephonySessionId, media?.packetsIn ?? 0]));
  const before = packets();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return [...packets()].filter(([id, count]) => before.has(id) && count <= (before.get(id) ?? 0) && demo.ringcentral.telephony.call(id)?.farEnd.state === 'talking').map(() => 'somebody is not heard');
}
