import * as v from 'valibot';

/** Longest talk a company may leave out, in seconds. */
export const longestMinimum = 600;

/** Which calls make records; see core/calls/wants-logging. */
export const WhatToLog = v.object({
  inbound: v.boolean(),
  outbound: v.boolean(),
  internal: v.boolean(),
  minimumSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestMinimum)),
});
