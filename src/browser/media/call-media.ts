import type { AudioFigures } from '../../core/calls/quality.ts';
import type { Clock } from '../environment/clock.ts';
import type { FarVoice } from './far-voice.ts';
import { gathered } from './gather.ts';
import type { Microphone } from './microphone.ts';
import { watchFigures } from './watch-figures.ts';

/** How long a key sounds, and the pause after it: long enough for machines that listen to the tone itself. */
const keyMs = 200;
const betweenKeysMs = 100;

export interface CallMediaTools {
  newPeer(): RTCPeerConnection;
  microphone: Microphone;
  farVoice: FarVoice;
  clock: Clock;
  onIce(state: string): void;
  onFigures(figures: AudioFigures): void;
  /** As the call stood in the window before. */
  muted: boolean;
}

const fingerprintOf = (sdp: string): string | null => /^a=fingerprint:(.+)$/m.exec(sdp)?.[1]?.trim() ?? null;
const firstAudio = (stream: MediaStream): MediaStreamTrack | undefined => stream.getAudioTracks()[0];

/** The media of one call: one peer connection at a time, replaced when the other side offers with another fingerprint. */
export function createCallMedia({ newPeer, microphone, farVoice, clock, onIce, onFigures, muted: mutedBefore }: CallMediaTools) {
  let peer: RTCPeerConnection | null = null;
  let remoteFingerprint: string | null = null;
  let muted = mutedBefore;
  let closed = false;
  const figures = watchFigures(clock, () => peer, onFigures);

  async function fresh(): Promise<RTCPeerConnection> {
    // The capture comes first: while it runs, browsers let the far voice play on a page nobody clicked in.
    const stream = await microphone.stream();
    const next = newPeer();
    const track = firstAudio(stream);
    if (track) {
      track.enabled = !muted;
      next.addTrack(track, stream);
    }
    next.addEventListener('track', (event) => void farVoice.play(event.streams[0] ?? new MediaStream([event.track])));
    next.addEventListener('iceconnectionstatechange', () => onIce(next.iceConnectionState));
    peer?.close();
    if (closed) next.close();
    peer = next;
    return next;
  }

  async function changeInput(deviceId: string | null): Promise<void> {
    const track = await microphone.change(deviceId);
    track.enabled = !muted;
    await sender()?.replaceTrack(track);
  }
  // Unplugged in the call: go on with whichever there is.
  microphone.onLost(() => void changeInput(null).catch(() => undefined));

  const sender = (): RTCRtpSender | undefined => peer?.getSenders().find((each) => each.track?.kind === 'audio');

  return {
    async open(): Promise<void> {
      await microphone.stream();
    },
    async createOffer(iceRestart: boolean): Promise<string> {
      const current = peer ?? (await fresh());
      await current.setLocalDescription(await current.createOffer({ iceRestart: iceRestart && remoteFingerprint !== null }));
      return gathered(current, clock);
    },
    async createAnswer(offer: string): Promise<string> {
      const fingerprint = fingerprintOf(offer);
      const moved = remoteFingerprint !== null && fingerprint !== remoteFingerprint;
      const current = peer === null || moved ? await fresh() : peer;
      remoteFingerprint = fingerprint;
      await current.setRemoteDescription({ type: 'offer', sdp: offer });
      await current.setLocalDescription(await current.createAnswer());
      return gathered(current, clock);
    },
    async applyAnswer(answer: string): Promise<void> {
      remoteFingerprint = fingerprintOf(answer);
      await peer?.setRemoteDescription({ type: 'answer', sdp: answer });
    },
    setMuted(next: boolean): void {
      muted = next;
      const track = sender()?.track;
      if (track) track.enabled = !next;
    },
    sendKeys(keys: string, durationMs: number | null, gapMs: number | null): void {
      const tones = sender()?.dtmf;
      // insertDTMF replaces what waits: keys pressed in quick succession are put behind each other.
      tones?.insertDTMF(tones.toneBuffer + keys, durationMs ?? keyMs, gapMs ?? betweenKeysMs);
    },
    changeInput,
    changeOutput: farVoice.changeDevice,
    hear: farVoice.hear,
    close(): void {
      closed = true;
      figures.close();
      peer?.close();
      peer = null;
      microphone.close();
      farVoice.close();
    },
  };
}

export type CallMedia = ReturnType<typeof createCallMedia>;
