import { createPeer } from './peer.ts';
import type { PacketCounts, Peer } from './peer.ts';
import type { CallRoads } from './roads.ts';
import type { Frame } from './frame.ts';
import { answerTo, directionOf, fingerprintOf, iceUserOf, withDirection, withVersion } from './sdp.ts';

/**
 * The sound of one call towards one extension, over as many peer connections as its pages need: an offer with the known
 * fingerprint restarts ICE on the same one, an offer with a new fingerprint (the page was replaced) gets a fresh one.
 * It knows nothing of SIP, nor of what is said.
 */
export interface LegMedia {
  answer(offer: string): Promise<string>;
  offer(): Promise<string>;
  accept(answer: string): Promise<void>;
  play(frame: Frame): void;
  /** Packets over the whole call, every peer connection added up. */
  counts(): Promise<PacketCounts>;
  close(): void;
}

/** @param tools.onFrame every 10 ms heard from the current page. @param tools.roads the network between; direct when absent. */
export function createLegMedia(tools: { onFrame(frame: Frame): void; roads?: CallRoads }): LegMedia {
  const { roads } = tools;
  const towardsSwitch = (sdp: string): string => roads?.towardsSwitch(sdp) ?? sdp;
  const towardsPage = async (sdp: string): Promise<string> => (await roads?.towardsPage(sdp)) ?? sdp;
  let current: Peer | null = null;
  let fingerprint = '';
  let iceUser = '';
  let lastAnswer = '';
  let ownOffer = '';
  let version = 2;
  let earlier = { packetsIn: 0, packetsOut: 0 };
  let closed = false;

  const newPeer = (): Peer => createPeer(tools);

  const retire = async (peer: Peer): Promise<void> => {
    const { packetsIn, packetsOut } = await peer.counts();
    earlier = { packetsIn: earlier.packetsIn + packetsIn, packetsOut: earlier.packetsOut + packetsOut };
    peer.close();
  };

  /**
   * Hold travels in the description alone: the page keeps sending, and the switch decides who hears it. So the peer
   * connection stays sendrecv, and only the text of the answer follows the offer.
   */
  const worded = (answer: string, offer: string): string => {
    version += 1;
    return withVersion(withDirection(answer, answerTo(directionOf(offer))), version);
  };

  return {
    async answer(offer) {
      const sameFingerprint = current !== null && fingerprintOf(offer) === fingerprint;
      if (sameFingerprint && iceUserOf(offer) === iceUser && lastAnswer) return worded(lastAnswer, offer);
      const replaced = sameFingerprint ? null : current;
      const peer = sameFingerprint && current ? current : newPeer();
      try {
        lastAnswer = await towardsPage(await peer.answer(towardsSwitch(withDirection(offer, 'sendrecv'))));
      } catch (error) {
        if (peer !== current) peer.close();
        throw error;
      }
      if (closed) { roads?.close(); peer.close(); return lastAnswer; }
      current = peer;
      fingerprint = fingerprintOf(offer);
      iceUser = iceUserOf(offer);
      if (replaced) await retire(replaced);
      return worded(lastAnswer, offer);
    },
    async offer() {
      const peer = newPeer();
      current?.close();
      current = peer;
      ownOffer = await towardsPage(await peer.offer());
      return ownOffer;
    },
    async accept(answer) {
      if (!current) return;
      fingerprint = fingerprintOf(answer);
      iceUser = iceUserOf(answer);
      lastAnswer = ownOffer.replace(/^a=setup:actpass/gm, 'a=setup:passive');
      await current.accept(towardsSwitch(answer));
    },
    play(frame) { current?.play(frame); },
    async counts() {
      const now = current ? await current.counts() : { packetsIn: 0, packetsOut: 0, lastPacketAt: null };
      return { packetsIn: earlier.packetsIn + now.packetsIn, packetsOut: earlier.packetsOut + now.packetsOut, lastPacketAt: now.lastPacketAt };
    },
    close() {
      closed = true;
      roads?.close();
      current?.close();
      current = null;
    },
  };
}
