import type { HealthFacts } from '../../../core/connections/health-of.ts';
import type { MediaEvent, MediaReply } from '../../../wire/line/media.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import { createRestoreAudio, type RestoreAudioTools } from '../media/restore-audio.ts';
import { createCallQualities, type CallQualitiesTools } from './call-qualities.ts';
import type { LineHealth } from './line-health.ts';

export interface CallSoundTools extends Omit<RestoreAudioTools, 'note' | 'places'>, Pick<CallQualitiesTools, 'call'> {
  places: Pick<AudioPlaces, 'windowOf' | 'tryAgain'>;
  health: Pick<LineHealth, 'note' | 'microphone'>;
  onMicrophoneOpen(): void;
}

/** What windows tell of the sound of calls, and what follows from it: another way is looked for, and the quality is known. */
export function createCallSound(tools: CallSoundTools) {
  const { places, health, onMicrophoneOpen } = tools;
  const restoreAudio = createRestoreAudio({ ...tools, note: health.note });
  const qualities = createCallQualities({ ...tools, note: health.note });

  return {
    event(windowId: string, event: MediaEvent): void {
      switch (event.what) {
        case 'microphone-allowed':
          onMicrophoneOpen();
          places.tryAgain();
          return;
        case 'ice':
          restoreAudio.ice(windowId, event.callId, event.state);
          return;
        case 'figures':
          // Of a call that has moved on, another window counts.
          if (places.windowOf(event.callId) === windowId) qualities.read(event.callId, event.figures);
          return;
        case 'sound-blocked':
          // The window that is silent says so itself.
          return;
      }
    },
    reply(reply: MediaReply): void {
      if (!reply.ok && reply.failure === 'microphone-missing') health.microphone('missing');
    },
    restoring: restoreAudio.restoring,
    quality: qualities.view,
    wholeQuality: qualities.whole,
    /** Of all calls that are up. */
    sum(): Pick<HealthFacts, 'audio' | 'quality'> {
      const shown = Object.values(qualities.view());
      return { audio: restoreAudio.worst(), quality: shown.some(({ lasting }) => lasting) ? 'poor' : shown.length > 0 ? 'good' : null };
    },
    tryNow(): void {
      places.tryAgain();
      restoreAudio.tryNow();
    },
    close: restoreAudio.close,
  };
}

export type CallSound = ReturnType<typeof createCallSound>;
