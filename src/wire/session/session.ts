import * as v from 'valibot';

/** api Suitelet, action session: who is asking, and the token every state change must carry in the header below. */
export const SessionAnswer = v.object({
  csrf: v.string(),
  user: v.object({ id: v.number(), name: v.string() }),
  /** May load, may save the settings record: the platform decided. */
  company: v.picklist(['hidden', 'read', 'edit']),
});
export type SessionAnswer = v.InferOutput<typeof SessionAnswer>;

/** Present on every request of ours (a foreign form cannot set it); state changes carry the token as its value, reads the word "read". */
export const tokenHeader = 'X-RCNS-Token';

/** service Suitelet, action bind-extension: this user's extension, one row per extension. */
export const BindExtension = v.object({
  extensionId: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
  extensionNumber: v.pipe(v.string(), v.regex(/^\d{0,20}$/)),
});
export const BindAnswer = v.object({ bound: v.picklist(['new', 'same', 'conflict']) });
