import * as v from 'valibot';
import { errorCodes } from '../errors.ts';
import { logStatuses } from '../log-status.ts';

export const TextResult = v.object({
  messageId: v.nullable(v.string()),
  extensionId: v.nullable(v.string()),
  status: v.picklist(logStatuses),
  /** Internal id of the phone call that holds the conversation's day. */
  record: v.nullable(v.number()),
  code: v.nullable(v.picklist(errorCodes)),
  detail: v.nullable(v.string()),
});
export type TextResult = v.InferOutput<typeof TextResult>;
