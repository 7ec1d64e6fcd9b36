import type { Answers, Job, JobAnswer } from './job.ts';
import { SuiteScriptError } from './script-error.ts';
import type { Failure } from './script-error.ts';
import { closedFailure, startThread } from './thread-handle.ts';
import type { ThreadHandle, ThreadTools } from './thread-handle.ts';

/** Threads at the same moment; a job that another job waits for may always have one more. */
const mostThreads = 12;
/** Threads kept ready when nothing is to do. */
const idleThreads = 8;

export interface Pool {
  /** Runs a job in the next free thread. `nested`: a script stands still until it is done, so it must not queue behind others. Throws ExecutionFailed. */
  run<K extends Job['job']>(work: Extract<Job, { job: K }>, options?: { nested?: boolean }): Promise<Answers[K]>;
  /** Starts threads before they are needed. */
  warm(count: number): void;
  close(): Promise<void>;
}

/** What a script threw, on the main thread's side. */
export class ExecutionFailed extends SuiteScriptError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code, failure.message);
    this.failure = failure;
  }
}

/** Threads are started when they are needed, and live until they are killed or the emulator closes. */
export function createPool(tools: ThreadTools): Pool {
  const threads = new Set<ThreadHandle>();
  const queue: { work: Job; settle(answer: JobAnswer): void }[] = [];
  let closed = false;

  function freeThread(nested: boolean): ThreadHandle | undefined {
    for (const thread of threads) {
      if (!thread.alive) threads.delete(thread);
      else if (!thread.busy) return thread;
    }
    return threads.size < mostThreads || nested ? add() : undefined;
  }

  function add(): ThreadHandle {
    const thread = startThread(tools);
    threads.add(thread);
    return thread;
  }

  async function use(thread: ThreadHandle, work: Job, settle: (answer: JobAnswer) => void): Promise<void> {
    settle(await thread.run(work));
    const next = queue.shift();
    if (next) {
      const free = freeThread(false);
      if (free) void use(free, next.work, next.settle);
      else queue.unshift(next);
    } else if (threads.size > idleThreads && !thread.busy) {
      threads.delete(thread);
      await thread.close();
    }
  }

  return {
    async run(work, options = {}) {
      if (closed) throw new Error('the emulator is closed');
      const answer = await new Promise<JobAnswer>((resolve) => {
        const thread = freeThread(options.nested ?? false);
        if (thread) void use(thread, work, resolve);
        else queue.push({ work, settle: resolve });
      });
      if (!answer.ok) throw new ExecutionFailed(answer.failure);
      return answer.value as never;
    },
    warm(count) {
      while (threads.size < count) add();
    },
    async close() {
      closed = true;
      // Or a thread that ends would take the next of them up, in a thread of its own that nobody ends.
      for (const { settle } of queue.splice(0)) settle({ ok: false, failure: closedFailure });
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}
