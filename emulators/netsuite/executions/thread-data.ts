import type { MessagePort } from 'node:worker_threads';
import type { Installation } from '../installation/installation.ts';
import type { News, Question, Reply } from './door.ts';
import type { Job, JobAnswer } from './job.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  dataFile: string;
  installation: Installation;
  /** Answers of the main thread come here; read without an event loop. */
  replies: MessagePort;
  /** Of this thread: 1 when a reply is there. */
  bell: SharedArrayBuffer;
  /** Of all threads: number of holds set, last execution id. */
  shared: SharedArrayBuffer;
}

export type ToThread = { job: number; work: Job };

export type FromThread =
  | { kind: 'ready' }
  | { kind: 'question'; question: Question }
  | { kind: 'news'; news: News }
  | { kind: 'answer'; job: number; answer: JobAnswer };

export type ReplyMessage = Reply;

export const holdsIndex = 0;
export const executionIndex = 1;
