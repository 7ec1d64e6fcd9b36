import type { AudioFigures } from '../../core/calls/quality.ts';

/** Ids of this origin as enumerateDevices gives them; null: the browser's own choice. A device that is not there is replaced by that. */
export interface AudioDevices { microphone: string | null; speaker: string | null }

/** What the line asks of the window that carries a call's audio; mirrors webRtcSessionFactory of ringcentral-web-phone 2.5.4. */
export type MediaRequest =
  | { verb: 'open'; callId: string; stunServers: string[]; muted: boolean; devices: AudioDevices }
  | { verb: 'create-offer'; callId: string; iceRestart: boolean }
  | { verb: 'create-answer'; callId: string; offer: string }
  | { verb: 'apply-answer'; callId: string; answer: string }
  | { verb: 'set-muted'; callId: string; muted: boolean }
  | { verb: 'send-keys'; callId: string; keys: string; durationMs: number | null; gapMs: number | null }
  | { verb: 'change-input'; callId: string; deviceId: string | null }
  | { verb: 'change-output'; callId: string; deviceId: string | null }
  | { verb: 'close'; callId: string };

/** SDP for the create verbs, null for the others. */
export type MediaReply = { ok: true; sdp: string | null } | { ok: false; failure: 'microphone-blocked' | 'microphone-missing' | 'no-such-call' | 'webrtc'; detail: string };

/** What happens to a call's audio without being asked. */
export type MediaEvent =
  /** play() was refused: a click is needed to hear. */
  | { what: 'sound-blocked'; callId: string }
  | { what: 'ice'; callId: string; state: string }
  /** Every few seconds while the call is up. */
  | { what: 'figures'; callId: string; figures: AudioFigures }
  /** The user changed their mind about the microphone, after it was refused. */
  | { what: 'microphone-allowed' };
