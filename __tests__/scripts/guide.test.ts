import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guidePage } from '../../scripts/guide.ts';

const markdown = '# Calling & being called\n\nSee [the list](../setup/permissions.md), or [RingCentral](https://app.ringcentral.com).\n\n| What you see | Why |\n|---|---|\n| **Not connected** | never connected |\n';

test('a guide becomes a page with its title, and its tables as tables', () => {
  const page = guidePage([{ file: 'connecting.md', markdown }]);
  assert.match(page, /<title>Calling &#38; being called<\/title>/);
  assert.match(page, /<td><strong>Not connected<\/strong><\/td>/);
});

test('a link to a file of the project is text on the page, one to the world opens beside it', () => {
  const page = guidePage([{ file: 'connecting.md', markdown }]);
  assert.doesNotMatch(page, /permissions\.md/);
  assert.match(page, /See the list, or <a href="https:\/\/app\.ringcentral\.com" target="_blank" rel="noopener">RingCentral<\/a>/);
});

test('several chapters are one page: its contents lead to each, and so do links between them', () => {
  const page = guidePage([{ file: 'connecting.md', markdown }, { file: 'health.md', markdown: '# Is it <well>?\n\nFirst [connect](connecting.md#the-steps).\n' }]);
  assert.match(page, /<title>Calling &#38; being called<\/title>/);
  assert.match(page, /<a href="#health">Is it &#60;well&#62;\?<\/a>/);
  assert.match(page, /<section id="health">[^]*First <a href="#connecting">connect<\/a>/);
});

test('a page has one style element that can take a nonce, and no style or script besides', () => {
  const page = guidePage([{ file: 'connecting.md', markdown }]);
  assert.equal(page.split('<style>').length, 2);
  assert.doesNotMatch(page, /<script| style=| on\w+=/);
});

test('a guide without a title fails the build', () => {
  assert.throws(() => guidePage([{ file: 'calls.md', markdown: 'Calls' }]), /has to begin with a title/);
});
