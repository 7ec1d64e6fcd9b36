import * as v from 'valibot';
import { errorCodes } from '../errors.ts';

export const textStatuses = [
  'created',
  'completed', // existed, something was added
  'unchanged', // existed, nothing to add
  'deleted', // a person deleted the conversation's record of that day: stays deleted
  'later', // limits reached: send again
  'refused', // for good; code says why
] as const;

export const TextResult = v.object({
  messageId: v.nullable(v.string()),
  extensionId: v.nullable(v.string()),
  status: v.picklist(textStatuses),
  /** Internal id of the phone call that holds the conversation's day. */
  record: v.nullable(v.number()),
  code: v.nullable(v.picklist(errorCodes)),
  detail: v.nullable(v.string()),
});
export type TextResult = v.InferOutput<typeof TextResult>;
