/** A page's bare peer connection with the browser's (fake) microphone, for tests of the far end's media alone. */

export interface PageStatistics { packetsIn: number; packetsOut: number; energyIn: number }

export interface PagePeer {
  /** A new peer connection, hence a new fingerprint; the old one is closed, as when a page is replaced. */
  open(): Promise<void>;
  offer(iceRestart: boolean): Promise<string>;
  accept(answer: string): Promise<void>;
  answer(offer: string): Promise<string>;
  statistics(): Promise<PageStatistics>;
  dtmf(tones: string, duration: number, gap: number): void;
}

let connection = new RTCPeerConnection({ iceServers: [] });
let microphone: MediaStream | undefined;
const speaker = document.createElement('audio');
speaker.autoplay = true;

/** Firefox reports an old `complete` for a moment after an ICE restart, so the candidates themselves are the proof. */
const gathered = async (): Promise<string> => {
  const pc = connection;
  const sdp = (): string => pc.localDescription?.sdp ?? '';
  if (pc.iceGatheringState !== 'complete' || !sdp().includes('a=candidate')) {
    await new Promise<void>((resolve) => {
      pc.onicecandidate = ({ candidate }) => { if (!candidate?.candidate && sdp().includes('a=candidate')) resolve(); };
    });
  }
  return sdp();
};

const peer: PagePeer = {
  async open() {
    connection.close();
    microphone ??= await navigator.mediaDevices.getUserMedia({ audio: true });
    connection = new RTCPeerConnection({ iceServers: [] });
    for (const track of microphone.getTracks()) connection.addTrack(track, microphone);
    connection.ontrack = ({ streams }) => { speaker.srcObject = streams[0] ?? null; };
  },
  async offer(iceRestart) {
    await connection.setLocalDescription(await connection.createOffer({ iceRestart }));
    return gathered();
  },
  accept: (sdp) => connection.setRemoteDescription({ type: 'answer', sdp }),
  async answer(sdp) {
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription(await connection.createAnswer());
    return gathered();
  },
  dtmf(tones, duration, gap) {
    for (const sender of connection.getSenders()) sender.dtmf?.insertDTMF(tones, duration, gap);
  },
  async statistics() {
    const seen: PageStatistics = { packetsIn: 0, packetsOut: 0, energyIn: 0 };
    (await connection.getStats()).forEach((row: { type: string; packetsReceived?: number; packetsSent?: number; totalAudioEnergy?: number }) => {
      if (row.type === 'outbound-rtp') seen.packetsOut += row.packetsSent ?? 0;
      if (row.type !== 'inbound-rtp') return;
      seen.packetsIn += row.packetsReceived ?? 0;
      seen.energyIn += row.totalAudioEnergy ?? 0;
    });
    return seen;
  },
};

Object.assign(globalThis, { peer });
