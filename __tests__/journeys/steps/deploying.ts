import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFolder } from '../../../scripts/entries.ts';
import type { Story } from '../journey.ts';

const isText = (name: string): boolean => /\.(js|html)$/.test(name);

/**
 * Deploys the bundle once more under another version, as a change of its source would make it, until the journey is over.
 * Each journey needs a version of its own, since addresses of its files are kept. `wordsToo`: windows and lines of the two
 * versions do not understand each other any more.
 */
export async function deploysVersion(story: Story, version: string, { wordsToo = false } = {}): Promise<void> {
  const folder = path.resolve(bundleFolder);
  const files = readdirSync(folder).filter(isText).map((name) => ({ path: `/${path.posix.relative('FileCabinet', bundleFolder)}/${name}`, content: readFileSync(path.join(folder, name), 'utf8') }));
  const [, now = '', words = ''] = /version:"([0-9a-f]{10})",protocol:"([0-9a-f]{10})"/.exec(readFileSync(path.join(folder, 'elected.js'), 'utf8')) ?? [];
  assert.ok(now && words, 'the bundle says which version it is');
  story.afterwards(() => story.demo.netsuite.control.upload(files));
  const next = (text: string): string => text.replaceAll(now, version).replaceAll(words, wordsToo ? `${version}-words` : words);
  await story.demo.netsuite.control.upload(files.map((file) => ({ ...file, content: next(file.content) })));
}
