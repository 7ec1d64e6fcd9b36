import type { MediaReply } from '../../../wire/line/media.ts';

export type MediaFailureKind = Extract<MediaReply, { ok: false }>['failure'] | 'no-window' | 'window-gone' | 'no-answer';

/** A call's audio could not be done; says in which way. */
export class MediaFailure extends Error {
  readonly kind: MediaFailureKind;
  constructor(kind: MediaFailureKind, detail = kind as string) {
    super(`media: ${detail}`);
    this.name = 'MediaFailure';
    this.kind = kind;
  }
}
