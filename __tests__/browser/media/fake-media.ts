/** Peer connections, streams and devices in a test's hands: node has none. */
export interface FakeTrack extends EventTarget { kind: 'audio'; enabled: boolean; stopped: boolean; stop(): void }

export function fakeStream(): MediaStream & { track: FakeTrack } {
  const track: FakeTrack = Object.assign(new EventTarget(), { kind: 'audio' as const, enabled: true, stopped: false, stop: () => void (track.stopped = true) });
  return { track, getTracks: () => [track], getAudioTracks: () => [track] } as unknown as MediaStream & { track: FakeTrack };
}

export class FakePeer extends EventTarget {
  iceGatheringState: RTCIceGatheringState = 'new';
  iceConnectionState = 'new';
  localDescription: { sdp: string } | null = null;
  closed = false;
  readonly done: string[] = [];
  readonly keys: string[] = [];
  /** Keys pressed before, not sent yet. */
  waitingKeys = '';
  readonly #senders: { track: FakeTrack; dtmf: { toneBuffer: string; insertDTMF(keys: string): void }; replaceTrack(track: FakeTrack): Promise<void> }[] = [];

  addTrack(track: FakeTrack): void {
    const sender = { track, dtmf: { toneBuffer: this.waitingKeys, insertDTMF: (keys: string) => void this.keys.push(keys) }, replaceTrack: async (next: FakeTrack) => void (sender.track = next) };
    this.#senders.push(sender);
  }
  getSenders = (): unknown[] => this.#senders;
  createOffer = async (options?: { iceRestart?: boolean }): Promise<{ sdp: string }> => ({ sdp: `offer${options?.iceRestart ? ' restart' : ''}` });
  createAnswer = async (): Promise<{ sdp: string }> => ({ sdp: 'answer' });
  async setLocalDescription(description: { sdp: string }): Promise<void> {
    this.localDescription = this.iceGatheringState === 'complete' ? { sdp: `${description.sdp}\r\na=candidate:1 1 UDP 2122252543 127.0.0.1 50000 typ host` } : description;
    this.done.push(`local ${description.sdp}`);
  }
  async setRemoteDescription({ type }: { type: string }): Promise<void> {
    this.done.push(`remote ${type}`);
  }
  close(): void {
    this.closed = true;
  }
  candidate(text: string | null): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: text === null ? null : { candidate: text } }));
  }
  complete(): void {
    this.iceGatheringState = 'complete';
    this.dispatchEvent(new Event('icegatheringstatechange'));
  }
}

export const peer = (fake: FakePeer): RTCPeerConnection => fake as unknown as RTCPeerConnection;
