import { newAudioSink, newAudioSource, newMediaStream, newPeerConnection } from './web-rtc.ts';
import type { AudioData, AudioSink, AudioTrack, PeerConnection } from './web-rtc.ts';
import { FRAME_SAMPLES, SAMPLE_RATE, toMono } from './frame.ts';
import type { Frame } from './frame.ts';

export interface PacketCounts { packetsIn: number; packetsOut: number; lastPacketAt: number | null }

/** One peer connection of the switch towards one browser page. */
export interface Peer {
  /** Takes a page's offer (the first one, or an ICE restart by the same page) and returns the answer with candidates. */
  answer(offer: string): Promise<string>;
  /** An offer with candidates, for a call towards the page. */
  offer(): Promise<string>;
  accept(answer: string): Promise<void>;
  /** Sends 10 ms of sound. */
  play(frame: Frame): void;
  counts(): Promise<PacketCounts>;
  close(): void;
}

/** Resolves when every candidate is in the local description: neither side trickles. */
const gathered = (connection: PeerConnection): Promise<void> => new Promise((resolve) => {
  const check = (): void => {
    if (connection.iceGatheringState !== 'complete') return;
    connection.onicegatheringstatechange = null;
    resolve();
  };
  connection.onicegatheringstatechange = check;
  check();
});

/** @param tools.onFrame called with every 10 ms heard from the page, silence included. */
export function createPeer(tools: { onFrame(frame: Frame): void }): Peer {
  const connection = newPeerConnection();
  const source = newAudioSource();
  const ownTrack = source.createTrack();
  let sink: AudioSink | null = null;
  let closed = false;

  connection.addTrack(ownTrack, newMediaStream());
  connection.ontrack = ({ track }: { track: AudioTrack }) => {
    if (track.kind !== 'audio') return;
    sink?.stop();
    sink = newAudioSink(track);
    sink.ondata = (data: AudioData) => { if (!closed) tools.onFrame(toMono(data)); };
  };

  const localSdp = async (): Promise<string> => {
    await gathered(connection);
    return connection.localDescription?.sdp ?? '';
  };

  return {
    async answer(offer) {
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      await connection.setLocalDescription(await connection.createAnswer());
      return localSdp();
    },
    async offer() {
      await connection.setLocalDescription(await connection.createOffer());
      return localSdp();
    },
    accept: (answer) => connection.setRemoteDescription({ type: 'answer', sdp: answer }),
    play(frame) {
      if (closed) return;
      source.onData({ samples: frame, sampleRate: SAMPLE_RATE, channelCount: 1, numberOfFrames: FRAME_SAMPLES });
    },
    async counts() {
      const total: PacketCounts = { packetsIn: 0, packetsOut: 0, lastPacketAt: null };
      if (closed) return total;
      for (const row of (await connection.getStats()).values()) {
        if (row.type === 'outbound-rtp') total.packetsOut += row.packetsSent ?? 0;
        if (row.type !== 'inbound-rtp') continue;
        total.packetsIn += row.packetsReceived ?? 0;
        total.lastPacketAt = row.lastPacketReceivedTimestamp ?? total.lastPacketAt;
      }
      return total;
    },
    close() {
      if (closed) return;
      closed = true;
      if (sink) { sink.ondata = null; sink.stop(); }
      ownTrack.stop();
      connection.ontrack = null;
      connection.onicegatheringstatechange = null;
      connection.close();
    },
  };
}
