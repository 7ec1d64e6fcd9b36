import type { Command, CommandResult } from '../../wire/line/commands.ts';
import type { ToLine } from '../../wire/line/messages.ts';

export interface PendingCommandTools { newId(): string; post(message: ToLine): void }

/**
 * Commands on their way; each is answered once, also when the line dies meanwhile. What is asked before a line has
 * welcomed this window waits for the one that does.
 */
export function createPendingCommands({ newId, post }: PendingCommandTools) {
  const waiting = new Map<string, (result: CommandResult) => void>();
  let early: ToLine[] = [];
  let welcomed = false;

  const settle = (id: string, result: CommandResult): void => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(result);
  };
  function fail(detail: string): void {
    early = [];
    for (const id of [...waiting.keys()]) settle(id, { done: false, refusal: 'failed', detail });
  }

  return {
    ask(command: Command): Promise<CommandResult> {
      const id = newId();
      const result = new Promise<CommandResult>((resolve) => waiting.set(id, resolve));
      if (welcomed) post({ kind: 'command', id, command });
      else early.push({ kind: 'command', id, command });
      return result;
    },
    settle,
    welcome(): void {
      welcomed = true;
      for (const message of early.splice(0)) post(message);
    },
    /** Whoever was asked answers no more. */
    lost(detail: string): void {
      if (welcomed) fail(detail);
      welcomed = false;
    },
    /** Nobody will answer any more. */
    fail,
  };
}
