import { createHash } from 'node:crypto';
import type { ProjectFile } from '../project/objects.ts';
import type { Store } from '../store/open-store.ts';

/** Puts files into the File Cabinet. Ids stay; files that left the project stay too, for deploying never deletes. */
export function deployFiles(store: Store, files: ProjectFile[], now: Date): void {
  for (const file of files) storeFile(store, file.path, file.content, '', now);
}

/** Creates or replaces one file and answers its id. */
export function storeFile(store: Store, path: string, content: Uint8Array, description: string, now: Date): number {
  const hash = createHash('sha256').update(content).digest('hex');
  const known = store.get('SELECT id, hash FROM file WHERE path = ?', path);
  if (known && known['hash'] === hash) return Number(known['id']);
  if (known) {
    store.run('UPDATE file SET content = ?, hash = ?, modified = ?, description = ? WHERE id = ?', content, hash, now.toISOString(), description, Number(known['id']));
    return Number(known['id']);
  }
  return store.run('INSERT INTO file (path, content, hash, description, modified) VALUES (?, ?, ?, ?, ?)', path, content, hash, description, now.toISOString()).id;
}
