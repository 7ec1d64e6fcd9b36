import { receiveMessageOnPort } from 'node:worker_threads';
import type { Door, Question } from './door.ts';
import { SuiteScriptError } from './script-error.ts';
import { executionIndex, holdsIndex } from './thread-data.ts';
import type { FromThread, ReplyMessage, ThreadData } from './thread-data.ts';

/** A thread's door: asks the main thread and sleeps on the bell until the answer is there. */
export function createThreadDoor(data: ThreadData, post: (message: FromThread) => void): Door {
  const bell = new Int32Array(data.bell);
  const shared = new Int32Array(data.shared);

  function ask(question: Question): unknown {
    Atomics.store(bell, 0, 0);
    post({ kind: 'question', question });
    Atomics.wait(bell, 0, 0);
    const reply = receiveMessageOnPort(data.replies)?.message as ReplyMessage | undefined;
    if (!reply) throw new Error('the main thread rang without an answer');
    if (!reply.ok) throw new SuiteScriptError(reply.failure.code, reply.failure.message);
    return reply.value;
  }

  return {
    ask,
    tell: (news) => post({ kind: 'news', news }),
    gate(at, recordType, script) {
      if (Atomics.load(shared, holdsIndex) > 0) ask({ ask: 'gate', at, recordType, script });
    },
    nextExecutionId: () => Atomics.add(shared, executionIndex, 1) + 1,
  };
}
