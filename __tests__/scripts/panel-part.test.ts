import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lentByPanel, panelPartFile } from '../../scripts/panel-part.ts';

test('the panel lends what the build lets its parts take', () => {
  const lent = readFileSync('src/browser/panel/lent.ts', 'utf8');
  for (const [module, names] of Object.entries(lentByPanel)) assert.match(lent, new RegExp(`^  '?${module}'?: \\{ ${names.join(', ')} \\},$`, 'm'));
});

test('a part is given it when it is loaded', async () => {
  const text = panelPartFile('exports.greeting = lent.preact.greet("Kim");');
  const { default: open } = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as { default(lent: unknown): { greeting: string } };
  assert.equal(open({ preact: { greet: (name: string) => `Hello ${name}` } }).greeting, 'Hello Kim');
});
