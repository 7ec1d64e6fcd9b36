import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What somebody typed cannot be right; the message says what was expected. */
export class UsageError extends Error {}

/** Reads options as node:util does; what does not fit ends in one line with the usage. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T): ReturnType<typeof parseArgs<{ options: T; allowNegative: true }>>['values'] {
  try {
    return parseArgs({ options, allowNegative: true }).values;
  } catch (failure) {
    throw new UsageError(`${(failure as Error).message} ${usage}`);
  }
}

/** A port from an option or an environment variable. */
export function port(name: string, text: string | undefined, usual: number): number {
  const value = text === undefined || text === '' ? usual : Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) throw new UsageError(`${name} has to be a port between 1 and 65535.`);
  return value;
}

/** Ends a command that could not begin with one line for the person who typed it. */
export function giveUp(failure: unknown, expected: (new (...given: never[]) => Error)[], otherwise: string): void {
  const known = [UsageError, ...expected].some((kind) => failure instanceof kind);
  process.stderr.write(`${known ? (failure as Error).message : `${otherwise}: ${failure instanceof Error ? failure.message : String(failure)}`}\n`);
  process.exitCode = 1;
}

/** Ctrl-C and SIGTERM close what is open, then end the process. */
export function closeOnSignal(close: () => Promise<void>): void {
  const stop = (): void => void close().finally(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
