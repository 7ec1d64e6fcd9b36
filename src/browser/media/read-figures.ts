import type { AudioFigures } from '../../core/calls/quality.ts';

/** The parts of a statistics report in use. Times are seconds; browsers leave out what they do not know. */
interface Report {
  type: string;
  kind?: string;
  packetsReceived?: number;
  packetsLost?: number;
  jitter?: number;
  roundTripTime?: number;
  fractionLost?: number;
  currentRoundTripTime?: number;
  nominated?: boolean;
  state?: string;
}

const inMs = (seconds: number | undefined): number | null => (seconds === undefined ? null : seconds * 1000);

/** What a connection has counted of its sound; null: nothing has come on it yet. */
export async function readFigures(peer: Pick<RTCPeerConnection, 'getStats'>): Promise<AudioFigures | null> {
  const reports: Report[] = [];
  (await peer.getStats()).forEach((report: Report) => void reports.push(report));
  const inbound = reports.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
  if (inbound?.packetsReceived === undefined) return null;
  const far = reports.find(({ type, kind }) => type === 'remote-inbound-rtp' && kind === 'audio');
  const pair = reports.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded');
  return {
    received: inbound.packetsReceived,
    lost: inbound.packetsLost ?? 0,
    jitterMs: inMs(inbound.jitter),
    roundTripMs: inMs(pair?.currentRoundTripTime ?? far?.roundTripTime),
    farLossPercent: far?.fractionLost === undefined ? null : far.fractionLost * 100,
  };
}
