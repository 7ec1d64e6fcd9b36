import * as v from 'valibot';

/** Answers to SeePerson and RememberChoice; apart from them, since the line reads these and none of the forms about people. */
export const SeeAnswer = v.object({ seen: v.literal(true) });
export const RememberAnswer = v.object({ remembered: v.boolean() });
