import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { browserEntries, browserFile, bundleFolder } from '../../../scripts/entries.ts';
import type { Story } from '../journey.ts';

const isText = (name: string): boolean => /\.(js|html)$/.test(name);

/**
 * Deploys the bundle once more under another version, as a change of its source would make it, until the journey is over;
 * `wordsToo`: windows and lines of the two versions do not understand each other any more.
 */
export async function deploysVersion(story: Story, version: string, { wordsToo = false } = {}): Promise<void> {
  const folder = path.resolve(bundleFolder);
  const files = readdirSync(folder).filter(isText).map((name) => ({ path: `/${path.posix.relative('FileCabinet', bundleFolder)}/${name}`, content: readFileSync(path.join(folder, name), 'utf8') }));
  const identity = identityOf(readFileSync(path.join(folder, browserFile({ name: 'elected' })), 'utf8'));
  story.afterwards(() => story.demo.netsuite.control.upload(files));
  const next = (text: string): string => text.replaceAll(identity.version, version).replaceAll(identity.protocol, wordsToo ? `${version}-words` : identity.protocol);
  await story.demo.netsuite.control.upload(files.map((file) => ({ ...file, content: next(file.content) })));
}
