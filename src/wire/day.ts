import * as v from 'valibot';

/** A day as YYYY-MM-DD. */
export const day = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
