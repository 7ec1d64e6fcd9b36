import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soak } from '../../bench/soak/soak.ts';
import { findChromium } from '../../scripts/browsers.ts';

/** The gate walks one way, so that red means a change; SOAK_SEED and SOAK_MINUTES walk others, or one of them again. */
const seed = Number(process.env['SOAK_SEED'] ?? '1');
const minutes = Number(process.env['SOAK_MINUTES'] ?? '3');

test(`Three users with four tabs each do at random what people and bad luck do, for ${minutes} minutes: no call, record, phone or socket is doubled, lost or left`, { skip: (await findChromium()) ? false : 'no Chromium here' }, async (context) => {
  const { steps, violations, transcript } = await soak({ minutes, seed });
  context.diagnostic(`${steps} deeds, seed ${seed}`);
  assert.deepEqual(violations, [], `seed ${seed}\n${transcript.join('\n')}`);
});
