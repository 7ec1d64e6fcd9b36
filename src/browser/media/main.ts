import type { MediaEvent } from '../../wire/line/media.ts';
import { systemClock } from '../environment/clock.ts';
import { createCallMedia } from './call-media.ts';
import { createMediaDesk } from './create-media.ts';
import { createFarVoice } from './far-voice.ts';
import { createMicrophone } from './microphone.ts';

/** Loaded by a window when the line first asks it to carry a call. */
export const createMedia = ({ onEvent }: { onEvent(event: MediaEvent): void }) =>
  createMediaDesk({
    onEvent,
    openCall: ({ callId, stunServers, muted, devices }, tell) =>
      createCallMedia({
        newPeer: () => new RTCPeerConnection({ iceServers: stunServers.map((server) => ({ urls: `stun:${server}` })) }),
        microphone: createMicrophone(navigator.mediaDevices, devices.microphone),
        farVoice: createFarVoice(new Audio(), () => tell({ what: 'sound-blocked', callId }), devices.speaker),
        clock: systemClock,
        onIce: (state) => tell({ what: 'ice', callId, state }),
        onFigures: (figures) => tell({ what: 'figures', callId, figures }),
        muted,
      }),
  });
