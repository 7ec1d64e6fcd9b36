import type { Clock } from '../environment/clock.ts';

/** Longest wait for candidates; what is there by then is sent. */
export const longestGatheringMs = 2_000;
/** After the first UDP candidate others of the same network come almost at once; waiting for all of them costs 100 ms. */
export const graceAfterFirstMs = 20;

/** The slice of a peer connection that gathering looks at. */
export type Gathering = Pick<RTCPeerConnection, 'iceGatheringState' | 'localDescription' | 'addEventListener' | 'removeEventListener'>;

const isUdp = (candidate: RTCIceCandidate | null): boolean => candidate !== null && / udp /i.test(candidate.candidate);

/** The local description with candidates: soon after the first UDP candidate, or when gathering is complete. */
export function gathered(peer: Gathering, clock: Clock): Promise<string> {
  return new Promise((resolve) => {
    const cancels: (() => void)[] = [];
    const finish = (): void => {
      cancels.forEach((cancel) => cancel());
      peer.removeEventListener('icecandidate', onCandidate);
      peer.removeEventListener('icegatheringstatechange', onState);
      resolve(peer.localDescription?.sdp ?? '');
    };
    const onCandidate = (event: RTCPeerConnectionIceEvent): void => {
      if (event.candidate === null) finish();
      else if (isUdp(event.candidate)) cancels.push(clock.after(graceAfterFirstMs, finish));
    };
    const onState = (): void => {
      if (peer.iceGatheringState === 'complete') finish();
    };
    // Right after an ICE restart Firefox still says complete, of the gathering before.
    if (peer.iceGatheringState === 'complete' && /^a=candidate:/m.test(peer.localDescription?.sdp ?? '')) {
      finish();
      return;
    }
    peer.addEventListener('icecandidate', onCandidate);
    peer.addEventListener('icegatheringstatechange', onState);
    cancels.push(clock.after(longestGatheringMs, finish));
  });
}
