import url = require('N/url');
import type { ServerRequest, ServerResponse } from 'N/https';
import * as v from 'valibot';
import type { ErrorCode } from '../../wire/errors.ts';
import { misfits } from '../../wire/misfits.ts';
import { tokenHeader } from '../../wire/session/session.ts';
import { errorName } from '../netsuite/error-name.ts';
import { Refused } from '../refused.ts';
import { isLoopback } from '../settings/server-origin.ts';
import { isCsrfToken } from './csrf.ts';

/** What an action gets: the whole body, read by itself, and the origin (scheme and host) the page came from. */
export interface Action {
  changes: boolean;
  /** `run` gives a whole answer of its own; otherwise a value, which is wrapped. */
  whole?: true;
  run: (body: Record<string, unknown>, origin: string) => unknown;
}

/** Longest body read, in characters: a batch of calls with whole notes, or a picture. NetSuite takes ten million. */
const longestBody = 9_900_000;

const headerOf = (request: ServerRequest, name: string): string => {
  const found = Object.keys(request.headers).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? '' : String((request.headers as Record<string, unknown>)[found] ?? '');
};

/** The origin of a request that came from one of NetSuite's own pages. */
function ownOrigin(request: ServerRequest): string {
  const origin = headerOf(request, 'Origin');
  const host = url.resolveDomain({ hostType: url.HostType.APPLICATION }).toLowerCase();
  // Whoever can answer for http:// on the way could forge it; NetSuite itself is https, an emulator on this computer need not be.
  if (origin.toLowerCase() === `https://${host}` || (origin.toLowerCase() === `http://${host}` && isLoopback(origin.toLowerCase()))) return origin;
  throw new Refused('BAD_REQUEST', 'Origin');
}

function bodyOf(request: ServerRequest): Record<string, unknown> {
  if (!/^application\/json\b/i.test(headerOf(request, 'Content-Type'))) throw new Refused('BAD_REQUEST', 'Content-Type');
  if (request.body.length > longestBody) throw new Refused('TOO_LARGE', 'body');
  try {
    const body: unknown = JSON.parse(request.body);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Not JSON: refused below like any other wrong shape.
  }
  throw new Refused('BAD_REQUEST', 'body');
}

function answerTo(request: ServerRequest, actions: Record<string, Action>): unknown {
  if (String(request.method) !== 'POST') throw new Refused('BAD_REQUEST', 'method');
  const token = headerOf(request, tokenHeader);
  if (token === '') throw new Refused('BAD_TOKEN', tokenHeader);
  const origin = ownOrigin(request);
  const body = bodyOf(request);
  const name = body['action'];
  const action = typeof name === 'string' && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new Refused('BAD_REQUEST', 'action');
  if (action.changes && !isCsrfToken(token)) throw new Refused('BAD_TOKEN', tokenHeader);
  const value = action.run(body, origin);
  return action.whole ? value : { ok: true, value };
}

/** NetSuite's own refusals in our words. */
function refusalOf(thrown: unknown): { code: ErrorCode; detail: string } {
  if (thrown instanceof Refused) return { code: thrown.code, detail: thrown.detail };
  const detail = errorName(thrown);
  if (/PERMISSION|PRIVILEGE/.test(detail)) return { code: 'FORBIDDEN', detail };
  if (detail === 'RCRD_HAS_BEEN_CHANGED') return { code: 'CONFLICT', detail };
  return { code: 'NETSUITE', detail };
}

/** Reads the part of a body an action needs; refuses what does not fit by the names of its fields, under `code` where one is given. */
export function reading<T extends v.GenericSchema>(schema: T, body: unknown, code?: ErrorCode): v.InferOutput<T> {
  const read = v.safeParse(schema, body);
  if (read.success) return read.output;
  const found = misfits(read.issues);
  throw new Refused(code ?? found.code, found.detail);
}

/**
 * Answers a page of ours: POST with JSON, our header, an Origin of NetSuite's own, and for a change the session's token.
 * Always HTTP 200, since a Suitelet cannot choose its status.
 */
export function answerJson(request: ServerRequest, response: ServerResponse, actions: Record<string, Action>): void {
  let answer: unknown;
  try {
    answer = answerTo(request, actions);
  } catch (thrown) {
    answer = { ok: false, error: refusalOf(thrown) };
  }
  response.setHeader({ name: 'Content-Type', value: 'application/json; charset=utf-8' });
  response.setHeader({ name: 'X-Content-Type-Options', value: 'nosniff' });
  response.setHeader({ name: 'Cache-Control', value: 'no-store' });
  response.write({ output: JSON.stringify(answer) });
}
