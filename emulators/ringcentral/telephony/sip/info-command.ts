/** The commands a client sends as JSON inside INFO, and the answer that the service sends back in an INFO of its own. */

export interface InfoCommand { reqid: unknown; command: string; target?: string }

/** `code` 0 is success; what else comes with it depends on the command. */
export type InfoResult = { code: number; description: string } & Record<string, string | number>;

/** null when the body asks nothing (trickle ICE, for example). */
export function readCommand(body: string): InfoCommand | null {
  let asked: unknown;
  try {
    asked = JSON.parse(body);
  } catch {
    return null;
  }
  const request = (asked as { request?: { reqid?: unknown; command?: unknown; target?: unknown } } | null)?.request;
  if (typeof request?.command !== 'string') return null;
  const { reqid, command, target } = request;
  return { reqid, command, ...(typeof target === 'string' ? { target } : {}) };
}

export const writeResult = ({ reqid, command }: InfoCommand, result: InfoResult): string =>
  JSON.stringify({ response: { reqid, command, result } });
