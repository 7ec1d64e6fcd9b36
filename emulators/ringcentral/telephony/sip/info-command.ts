/** The commands a client sends as JSON inside INFO, and the answer that the service sends back in an INFO of its own. */

const EMULATED = new Set(['startcallrecord', 'stopcallrecord']);

const NOT_EMULATED = 501;

/** The JSON body of our INFO; null when nobody waits for one (trickle ICE, for example). */
export function answerCommand(body: string): string | null {
  let asked: unknown;
  try {
    asked = JSON.parse(body);
  } catch {
    return null;
  }
  const request = (asked as { request?: { reqid?: unknown; command?: unknown } } | null)?.request;
  if (typeof request?.command !== 'string') return null;
  const { reqid, command } = request;
  const result = EMULATED.has(command)
    ? { code: 0, description: 'Success' }
    : { code: NOT_EMULATED, description: `NotEmulated ${command.slice(0, 40)}` };
  return JSON.stringify({ response: { reqid, command, result } });
}
