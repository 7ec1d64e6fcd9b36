import type { CommandResult } from '../../wire/line/commands.ts';

/** Commands on their way; each is answered once, also when the line dies meanwhile. */
export function createPendingCommands() {
  const waiting = new Map<string, (result: CommandResult) => void>();
  const settle = (id: string, result: CommandResult): void => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(result);
  };
  return {
    wait: (id: string): Promise<CommandResult> => new Promise((resolve) => waiting.set(id, resolve)),
    settle,
    /** Nobody will answer any more. */
    fail(detail: string) {
      for (const id of [...waiting.keys()]) settle(id, { done: false, refusal: 'failed', detail });
    },
  };
}
