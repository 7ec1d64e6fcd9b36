import { MessageChannel, Worker } from 'node:worker_threads';
import type { Installation } from '../installation/installation.ts';
import type { News, Question, Reply } from './door.ts';
import type { Job, JobAnswer } from './job.ts';
import { failureOf } from './script-error.ts';
import type { Failure } from './script-error.ts';
import type { FromThread, ThreadData, ToThread } from './thread-data.ts';

export interface ThreadTools {
  dataFile: string;
  installation: Installation;
  shared: SharedArrayBuffer;
  answer(question: Question): Promise<unknown>;
  report(news: News): void;
}

/** One execution thread seen from the main thread. */
export interface ThreadHandle {
  readonly busy: boolean;
  /** false once it was killed. */
  readonly alive: boolean;
  run(work: Job): Promise<JobAnswer>;
  close(): Promise<void>;
}

/** Every execution leaves a realm behind: small young spaces are collected before many threads add up. */
const memory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** What is under way or waits when the emulator is closed. */
export const closedFailure: Failure = { code: 'UNEXPECTED_ERROR', message: 'the emulator was closed', stack: '', serialised: '{}' };

const overtime: Failure = { code: 'SSS_TIME_LIMIT_EXCEEDED', message: 'Script Execution Time Exceeded.', stack: '', serialised: JSON.stringify({ type: 'error.SuiteScriptError', name: 'SSS_TIME_LIMIT_EXCEEDED', message: 'Script Execution Time Exceeded.' }) };

/** Starts a thread. An execution in it that runs over its time is killed with the whole thread; what it saved stays. */
export function startThread(tools: ThreadTools): ThreadHandle {
  const bell = new SharedArrayBuffer(4);
  const ringing = new Int32Array(bell);
  const { port1: replies, port2 } = new MessageChannel();
  const data: ThreadData = { dataFile: tools.dataFile, installation: tools.installation, replies: port2, bell, shared: tools.shared };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data, transferList: [port2], resourceLimits: memory });
  const running = new Map<number, NodeJS.Timeout>();
  let pending: { number: number; settle(answer: JobAnswer): void } | null = null;
  let alive = true;
  let jobs = 0;

  worker.unref();
  replies.unref();
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'question') void reply(message.question);
    else if (message.kind === 'news') note(message.news);
    else if (message.kind === 'answer' && pending?.number === message.job) settle(message.answer);
  });
  worker.on('error', (error) => stop(failureOf(error)));
  worker.on('exit', () => stop({ code: 'UNEXPECTED_ERROR', message: 'the execution thread ended', stack: '', serialised: '{}' }));

  async function reply(question: Question): Promise<void> {
    let message: Reply;
    try {
      message = { ok: true, value: await tools.answer(question) };
    } catch (error) {
      message = { ok: false, failure: failureOf(error) };
    }
    replies.postMessage(message);
    Atomics.store(ringing, 0, 1);
    Atomics.notify(ringing, 0);
  }

  function note(news: News): void {
    if (news.news === 'started') running.set(news.id, setTimeout(() => stop(overtime), news.limitMs).unref());
    if (news.news === 'finished') {
      clearTimeout(running.get(news.id));
      running.delete(news.id);
    }
    tools.report(news);
  }

  function settle(answer: JobAnswer): void {
    const waiting = pending;
    pending = null;
    worker.unref();
    waiting?.settle(answer);
  }

  function stop(failure: Failure): void {
    if (!alive) return;
    alive = false;
    for (const [id, timer] of running) {
      clearTimeout(timer);
      tools.report({ news: 'finished', id, ran: true, units: 0, ms: 0, errorCode: failure.code, recordType: null });
    }
    running.clear();
    replies.close();
    void worker.terminate();
    settle({ ok: false, failure });
  }

  return {
    get busy() { return pending !== null; },
    get alive() { return alive; },
    run(work) {
      const number = (jobs += 1);
      worker.ref();
      return new Promise((resolve) => {
        pending = { number, settle: resolve };
        const message: ToThread = { job: number, work };
        worker.postMessage(message);
      });
    },
    async close() {
      stop(closedFailure);
      await worker.terminate();
    },
  };
}
