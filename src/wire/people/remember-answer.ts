import * as v from 'valibot';

/** Answer to RememberChoice; apart from it, since the line reads it and none of the forms about people. */
export const RememberAnswer = v.object({ remembered: v.boolean() });
