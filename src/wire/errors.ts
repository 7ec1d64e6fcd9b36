import * as v from 'valibot';

/** Closed list of what our own endpoints refuse with; the UI words each once. */
export const errorCodes = [
  'BAD_REQUEST', // ours: the body is not of the promised shape
  'TOO_LARGE', // ours: a text or batch is over its limit
  'NO_SESSION', // user: sign in to NetSuite
  'FORBIDDEN', // admin: the role lacks a permission
  'BAD_TOKEN', // user: reload the page, the session changed
  'WRONG_USER', // user: the draft belongs to somebody else
  'NOT_YOURS', // admin: the record belongs to somebody else
  'NOT_SET_UP', // admin: the company card is empty
  'BAD_SETTING', // admin: a setting's value cannot be right
  'CONFLICT', // nobody: changed meanwhile, try again
  'LATER', // nobody: limits reached, try again
  'NETSUITE', // NetSuite: its own error, named in detail
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** `detail` names fields, codes and limits; never a number, name, token or secret. */
export const Refusal = v.object({ code: v.picklist(errorCodes), detail: v.string() });
export type Refusal = v.InferOutput<typeof Refusal>;

/** Every Suitelet answer: HTTP 200 with one of two shapes (a Suitelet cannot choose its status). */
export const Answer = <T extends v.GenericSchema>(value: T) =>
  v.union([v.object({ ok: v.literal(true), value }), v.object({ ok: v.literal(false), error: Refusal })]);
