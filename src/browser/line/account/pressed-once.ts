import type { Command, CommandResult } from '../../../wire/line/commands.ts';

/** Each press of these counts: two fives are two keys. Those about a sign-in open a window each. */
const counted = new Set<Command['name']>(['send-keys', 'begin-sign-in', 'sign-in-window-closed', 'sign-in-window-blocked']);

/**
 * A command that is asked again while it is under way, in the same window or another, is not executed twice: both are
 * told the same. Hold, resume, hold is three commands: only the latest of a kind for a call can be shared.
 */
export function createPressedOnce(perform: (windowId: string, command: Command) => Promise<CommandResult>) {
  const underWay = new Map<string, { whole: string; result: Promise<CommandResult> }>();
  return (windowId: string, command: Command): Promise<CommandResult> => {
    if (counted.has(command.name)) return perform(windowId, command);
    const kind = `${command.name} ${'callId' in command ? command.callId : ''}`;
    const whole = JSON.stringify(command);
    const latest = underWay.get(kind);
    if (latest?.whole === whole) return latest.result;
    const mine = {
      whole,
      result: perform(windowId, command).finally(() => {
        if (underWay.get(kind) === mine) underWay.delete(kind);
      }),
    };
    underWay.set(kind, mine);
    return mine.result;
  };
}
