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

/** The window is at fault, not the call: another one may do. */
export const isWindowTrouble = (failure: unknown): boolean => failure instanceof MediaFailure && (failure.kind === 'no-answer' || failure.kind === 'window-gone');
