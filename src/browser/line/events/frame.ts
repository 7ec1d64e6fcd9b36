import * as v from 'valibot';

const Wsc = v.object({ token: v.string(), sequence: v.optional(v.number()) });
const Meta = v.looseObject({ type: v.string(), messageId: v.optional(v.string()), status: v.optional(v.number()), wsc: v.optional(Wsc) });

/** A frame of the gateway: `[meta, body]`. */
export interface Frame { type: string; messageId: string | null; status: number | null; wsc: string | null; body: unknown }

/** null: not a frame of the gateway. */
export function readFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return null;
  }
  const [first, body] = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  const meta = v.safeParse(Meta, first);
  if (!meta.success) return null;
  const { type, messageId, status, wsc } = meta.output;
  return { type, messageId: messageId ?? null, status: status ?? null, wsc: wsc?.token ?? null, body };
}

export const writeFrame = (meta: { type: string; messageId: string; [name: string]: unknown }, body?: unknown): string => JSON.stringify(body === undefined ? [meta] : [meta, body]);
