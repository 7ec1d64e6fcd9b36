import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import type { World } from '../open-world.ts';
import { until } from './until.ts';

/** The newest call with this number on either side. */
export const callWith = ({ demo }: World, number: string): CallView | undefined =>
  demo.ringcentral.control.state().calls.find((call) => call.from.phoneNumber === number || call.to.phoneNumber === number);

/** Waits until the far end with this number rings. */
export const farEndRings = (world: World, number: string): Promise<CallView> =>
  until('the far end rings', () => {
    const call = callWith(world, number);
    return call?.farEnd.canAnswer && call;
  });

export const current = (world: World, call: CallView): CallView => {
  const now = world.demo.ringcentral.telephony.call(call.telephonySessionId);
  assert.ok(now, 'the simulator knows the call');
  return now;
};

/** Whether the far end hears the user: packets keep coming, and they carry sound. */
export async function farEndHears(world: World, call: CallView): Promise<void> {
  const before = current(world, call).media?.packetsIn ?? 0;
  await until('the far end hears the user', () => {
    const media = current(world, call).media;
    return media && media.packetsIn > before + 10 && media.energyIn > 1e-4;
  });
}

/** Whether the far end hears nothing any more. */
export const farEndHearsSilence = (world: World, call: CallView): Promise<unknown> => until('the far end hears silence', () => (current(world, call).media?.energyIn ?? 1) < 1e-6);

/** Keeps every peer connection of a page, so that its own figures can be asked. Before the first page of a context. */
export const watchesPeers = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    Object.assign(window, { watchedPeers: peers });
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
  });

interface Received { packets: number; energy: number }

const received = (page: Page): Promise<Received> =>
  page.evaluate(async () => {
    const sum = { packets: 0, energy: 0 };
    for (const peer of (window as unknown as { watchedPeers: RTCPeerConnection[] }).watchedPeers) {
      if (peer.connectionState === 'closed') continue;
      for (const report of (await peer.getStats()).values() as IterableIterator<{ type: string; kind: string; packetsReceived: number; totalAudioEnergy?: number }>) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
        sum.packets += report.packetsReceived;
        sum.energy += report.totalAudioEnergy ?? 0;
      }
    }
    return sum;
  });

/** Whether the user hears the far end: packets keep coming, and they carry sound. */
export async function userHears(page: Page): Promise<void> {
  const before = await received(page);
  await until('the user hears the far end', async () => {
    const now = await received(page);
    return now.packets > before.packets + 10 && now.energy > before.energy + 1e-4;
  });
}

/** Who a page's open connection says that it is: its ICE user changes with a restart, its fingerprint with the connection. */
export const descriptionOf = (page: Page): Promise<{ iceUser: string | undefined; fingerprint: string | undefined }> =>
  page.evaluate(() => {
    const open = (window as unknown as { watchedPeers: RTCPeerConnection[] }).watchedPeers.find((peer) => peer.connectionState !== 'closed');
    const sdp = open?.localDescription?.sdp ?? '';
    return { iceUser: /^a=ice-ufrag:(.+)$/m.exec(sdp)?.[1]?.trim(), fingerprint: /^a=fingerprint:(.+)$/m.exec(sdp)?.[1]?.trim() };
  });
