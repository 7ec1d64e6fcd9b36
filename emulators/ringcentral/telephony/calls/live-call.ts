import type { CallView, ReplyAnswer } from '../contract.ts';

/** A call as the composer holds it, whichever way it came about. Verbs of the person outside throw SimulatorError when they cannot. */
export interface LiveCall {
  readonly telephonySessionId: string;
  view(): CallView;
  farEndAnswers(): void;
  farEndHangsUp(): void;
  farEndReplies(answer: ReplyAnswer): void;
  /** Hz, 0 for silence. */
  speak(toneHz: number): void;
  resetMediaStatistics(): void;
  /** Ends everything without a word to anybody: the simulator is closing. */
  close(): void;
}
