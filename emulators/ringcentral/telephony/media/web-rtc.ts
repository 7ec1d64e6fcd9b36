/**
 * The one door to the media library (decision 0002). Its own types name the browser's, which this room does not
 * know; what is used of it is written down here.
 */
import wrtc from '@roamhq/wrtc';

export interface SessionDescription { type: 'offer' | 'answer'; sdp: string }

export interface AudioTrack { kind: string; stop(): void }

/** Interleaved signed 16-bit samples; the library hands out and takes 10 ms at a time. */
export interface AudioData { samples: Int16Array; sampleRate: number; channelCount?: number; numberOfFrames?: number }

export interface AudioSource { createTrack(): AudioTrack; onData(data: AudioData): void }

export interface AudioSink { ondata: ((data: AudioData) => void) | null; stop(): void }

export interface StatisticsRow { type: string; packetsReceived?: number; packetsSent?: number; lastPacketReceivedTimestamp?: number }

export interface PeerConnection {
  readonly connectionState: 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';
  readonly iceGatheringState: 'new' | 'gathering' | 'complete';
  readonly localDescription: SessionDescription | null;
  addTrack(track: AudioTrack, stream: unknown): unknown;
  createOffer(): Promise<SessionDescription>;
  createAnswer(): Promise<SessionDescription>;
  setLocalDescription(description: SessionDescription): Promise<void>;
  setRemoteDescription(description: SessionDescription): Promise<void>;
  getStats(): Promise<Map<string, StatisticsRow>>;
  close(): void;
  ontrack: ((event: { track: AudioTrack }) => void) | null;
  onicegatheringstatechange: (() => void) | null;
  onconnectionstatechange: (() => void) | null;
}

interface Library {
  RTCPeerConnection: new (configuration: { iceServers: never[] }) => PeerConnection;
  MediaStream: new () => unknown;
  nonstandard: { RTCAudioSource: new () => AudioSource; RTCAudioSink: new (track: AudioTrack) => AudioSink };
}

const library = wrtc as unknown as Library;

/**
 * The library crashes (SIGSEGV) when Node takes its environment down while an audio source is still reachable, that is at
 * every natural end of a process. Ending the process from its last `exit` listener skips that. `beforeExit` moves the
 * listener behind all that were added meanwhile, so that theirs still run.
 */
const leaveWithoutTeardown = (code: number): void => { process.exit(code); };
let leaving = false;
const armExit = (): void => {
  if (leaving) return;
  leaving = true;
  process.on('exit', leaveWithoutTeardown);
  process.on('beforeExit', () => {
    process.off('exit', leaveWithoutTeardown);
    process.on('exit', leaveWithoutTeardown);
  });
};

/** A peer connection that asks no STUN server: everything here is on the loopback interface. */
export const newPeerConnection = (): PeerConnection => {
  armExit();
  return new library.RTCPeerConnection({ iceServers: [] });
};
export const newMediaStream = (): unknown => new library.MediaStream();
export const newAudioSource = (): AudioSource => new library.nonstandard.RTCAudioSource();
export const newAudioSink = (track: AudioTrack): AudioSink => new library.nonstandard.RTCAudioSink(track);
