import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow } from './willow.ts';

let willow: Emulator;
before(async () => {
  willow = await openWillow();
});
after(() => willow.close());

const run = (body: string, email?: string): Promise<unknown> =>
  willow.control.run(`define(['N/format', 'N/runtime'], function (format, runtime) { return { run: function () { ${body} } }; });`, email === undefined ? {} : { as: { email } });
const evening = "new Date('2026-11-21T01:30:00Z')";

test('Gil, who lives in Tokyo, reads moments in his own zone, and scripts that nobody runs in the company’s', async () => {
  const shown = `return [format.format({ value: ${evening}, type: format.Type.DATETIME }), runtime.getCurrentUser().getPreference({ name: 'TIMEZONE' })];`;
  assert.deepEqual(await run(shown, 'gil@willow.example'), ['11/21/2026 10:30:00 am', 'Asia/Tokyo']);
  assert.deepEqual(await run(shown, 'ben@willow.example'), ['11/20/2026 8:30:00 pm', 'America/New_York']);
  assert.deepEqual(await run(shown), ['11/20/2026 8:30:00 pm', 'America/New_York']);
});

test('a script that names a zone is answered in it, whoever runs it; one that is in no list is refused', async () => {
  assert.equal(await run(`return format.format({ value: ${evening}, type: format.Type.DATETIME, timezone: format.Timezone.ASIA_TOKYO });`), '11/21/2026 10:30:00 am');
  assert.equal(await run(`return format.format({ value: ${evening}, type: format.Type.DATETIME, timezone: 'Asia/Tokyo' });`), '11/21/2026 10:30:00 am');
  await assert.rejects(run(`return format.format({ value: ${evening}, type: format.Type.DATETIME, timezone: 'Tokyo' });`), /N\/format.*time zone/);
});
