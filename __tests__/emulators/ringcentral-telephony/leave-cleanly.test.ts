import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('a switch that is closed in the middle of two calls lets its process end, with the exit code it had', { timeout: 20_000 }, async (t) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('leave-in-mid-call.ts', import.meta.url))], { stdio: ['ignore', 'ignore', 'pipe'] });
  t.after(() => child.kill());
  let complaints = '';
  child.stderr.on('data', (text) => { complaints += String(text); });
  const [code, signal] = await once(child, 'exit') as [number | null, string | null];
  assert.deepEqual({ code, signal, complaints }, { code: 7, signal: null, complaints: '' });
});
