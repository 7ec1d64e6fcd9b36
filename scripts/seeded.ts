import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { seedDemo } from '../emulators/demo/demo.ts';

const cache = path.resolve('.cache', 'seeded');

/** The state depends on what is deployed and on the demo's own rows. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['Objects', 'FileCabinet', 'emulators']) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    for (const file of files.map((each) => path.join(each.parentPath, each.name)).sort()) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** A folder with the seeded state of both stand-ins, made once for the bundle as it is built; copy it, never open it. */
export async function seededFolder(): Promise<string> {
  const folder = path.join(cache, fingerprint());
  if (existsSync(folder)) return folder;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  await seedDemo({ projectFolder: process.cwd(), dataFolder: folder });
  return folder;
}
