import type { Command, CommandResult } from '../../../wire/line/commands.ts';

/** Each press of these counts: two fives are two keys. Those about a sign-in open a window each. */
const counted = new Set<Command['name']>(['send-keys', 'begin-sign-in', 'sign-in-window-closed', 'sign-in-window-blocked']);

/** A command that is asked again while it is under way, in the same window or another, is not executed twice: both are told the same. */
export function createPressedOnce(perform: (windowId: string, command: Command) => Promise<CommandResult>) {
  const underWay = new Map<string, Promise<CommandResult>>();
  return (windowId: string, command: Command): Promise<CommandResult> => {
    if (counted.has(command.name)) return perform(windowId, command);
    const key = JSON.stringify(command);
    const known = underWay.get(key);
    if (known) return known;
    const result = perform(windowId, command).finally(() => underWay.delete(key));
    underWay.set(key, result);
    return result;
  };
}
