import type { MediaReply } from '../../wire/line/media.ts';

type Failure = Extract<MediaReply, { ok: false }>['failure'];

/** A browser's own error, in the closed list of the wire. Details carry error names only. */
export function failureOf(failure: unknown): MediaReply & { ok: false } {
  const name = failure instanceof Error ? failure.name : 'Error';
  const kinds: Record<string, Failure> = { NotAllowedError: 'microphone-blocked', SecurityError: 'microphone-blocked', NotFoundError: 'microphone-missing', NotReadableError: 'microphone-missing', OverconstrainedError: 'microphone-missing', NoSuchCall: 'no-such-call' };
  return { ok: false, failure: kinds[name] ?? 'webrtc', detail: name };
}

export class NoSuchCall extends Error {
  constructor() {
    super('no such call in this window');
    this.name = 'NoSuchCall';
  }
}
