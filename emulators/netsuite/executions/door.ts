import type { HttpAnswer, HttpQuestion } from '../modules/http-shapes.ts';
import type { Failure } from './script-error.ts';

/** What a thread asks the main thread, waiting for the answer with the script standing still. */
export type Question =
  | { ask: 'https'; request: HttpQuestion; script: string }
  | { ask: 'invoke'; kind: 'suitelet' | 'restlet'; script: string; deployment: string; method: string; parameters: Record<string, string>; headers: Record<string, string>; body: string | null; principal: { userId: number; role: string }; parent: number }
  | { ask: 'gate'; at: string; recordType: string; script: string }
  | { ask: 'submit-task'; script: string; deployment: string | null; parameters: Record<string, string> }
  | { ask: 'task-status'; taskId: string };

export type Reply = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** What a thread tells without waiting. */
export type News =
  | { news: 'started'; id: number; script: string; deployment: string; entryPoint: string; user: number; role: string; parent: number | null; context: string; limitMs: number }
  | { news: 'finished'; id: number; /** false: the script has no such entry point. */ ran: boolean; units: number; ms: number; errorCode: string | null; recordType: string | null }
  | { news: 'log'; script: string; deployment: string; level: string; title: string; details: string; at: number };

/** The thread's way to the main thread. */
export interface Door {
  ask(question: Question): unknown;
  tell(news: News): void;
  /** Waits here when somebody holds this call; costs nothing while nobody holds anything. */
  gate(at: string, recordType: string, script: string): void;
  nextExecutionId(): number;
}

export type { HttpAnswer, HttpQuestion };
