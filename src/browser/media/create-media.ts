import type { AudioDevices, MediaEvent, MediaReply, MediaRequest } from '../../wire/line/media.ts';
import type { CallMedia } from './call-media.ts';
import { failureOf, NoSuchCall } from './failure.ts';

export interface MediaTools {
  onEvent(event: MediaEvent): void;
  openCall(call: { callId: string; stunServers: string[]; muted: boolean; devices: AudioDevices }, onEvent: (event: MediaEvent) => void): CallMedia;
}

/** Answers the line's media requests with the calls of this window. */
export function createMediaDesk({ onEvent, openCall }: MediaTools) {
  const calls = new Map<string, CallMedia>();

  const callOf = (callId: string): CallMedia => {
    const call = calls.get(callId);
    if (!call) throw new NoSuchCall();
    return call;
  };

  async function answer(request: MediaRequest): Promise<string | null> {
    if (request.verb === 'open') {
      const call = calls.get(request.callId) ?? openCall(request, onEvent);
      calls.set(request.callId, call);
      await call.open();
      return null;
    }
    if (request.verb === 'close') {
      calls.get(request.callId)?.close();
      calls.delete(request.callId);
      return null;
    }
    const call = callOf(request.callId);
    switch (request.verb) {
      case 'create-offer':
        return call.createOffer(request.iceRestart);
      case 'create-answer':
        return call.createAnswer(request.offer);
      case 'apply-answer':
        await call.applyAnswer(request.answer);
        return null;
      case 'set-muted':
        call.setMuted(request.muted);
        return null;
      case 'send-keys':
        call.sendKeys(request.keys, request.durationMs, request.gapMs);
        return null;
      case 'change-input':
        await call.changeInput(request.deviceId);
        return null;
      case 'change-output':
        await call.changeOutput(request.deviceId);
        return null;
    }
  }

  return {
    handle: (request: MediaRequest): Promise<MediaReply> => answer(request).then((sdp) => ({ ok: true, sdp }), failureOf),
    async hear(): Promise<void> {
      await Promise.all([...calls.values()].map((call) => call.hear()));
    },
    close(): void {
      calls.forEach((call) => call.close());
      calls.clear();
    },
  };
}
