import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { trimmedFiles, withoutUnused } from '../../scripts/unused-in-libraries.ts';

const client = 'node_modules/ringcentral-web-phone/dist/sip-client.mjs';

test('what a library does that the line does by itself is not bundled, what the line builds on is', () => {
  const trimmed = withoutUnused(client, readFileSync(client, 'utf8'));
  assert.match(client, trimmedFiles);
  assert.doesNotMatch(trimmed, /new WebSocket/);
  assert.match(trimmed, /async start\(\) \{\n\t\tawait this\.connect\(\);/);
});

test('a library that has changed there fails the build, and is named', () => {
  assert.throws(() => withoutUnused(client, 'class Another {}'), /sip-client\.mjs: .* is not there any more/);
});
