/** Whose move it is when RingCentral's REST API does not answer as asked. */
export type RestFailureKind =
  /** Not reachable, or its own trouble (5xx, 429): try again later. */
  | 'network'
  /** The sign-in is gone for good. */
  | 'signed-out'
  /** Refused for good; `code` is RingCentral's. */
  | 'refused';

export class RestFailure extends Error {
  readonly kind: RestFailureKind;
  readonly status: number;
  readonly code: string | null;
  /** RingCentral's own words, for the user's eyes only. */
  readonly words: string | null;
  constructor(kind: RestFailureKind, status: number, code: string | null, words: string | null = null) {
    super(`RingCentral: ${kind} ${status}${code ? ` ${code}` : ''}`);
    this.name = 'RestFailure';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.words = words;
  }
}

/** By its name: a part of the line that is loaded late has a class of its own. */
export const isRestFailure = (failure: unknown): failure is RestFailure => failure instanceof Error && failure.name === 'RestFailure';

/** RingCentral's REST API for the signed-in user. Paths begin with /restapi; answers are parsed JSON. Throws RestFailure. */
export interface Rest {
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
  put(path: string, body: unknown): Promise<unknown>;
}
