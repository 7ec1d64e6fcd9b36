import type { Store } from '../store/open-store.ts';
import { nextNumber } from '../store/schema.ts';

/** First internal id given to each kind of deployed object; below lie those of the platform. */
const firsts: Record<string, number> = { role: 1001, script: 501, recordtype: 101, list: 301 };

/** Internal id of a deployed object: given once, kept over every later deployment. */
export function deployedId(store: Store, kind: string, key: string): number {
  const known = store.get('SELECT id FROM deployed_object WHERE kind = ? AND key = ?', kind, key);
  if (known) return Number(known['id']);
  const last = store.get('SELECT MAX(id) AS last FROM deployed_object WHERE kind = ?', kind)?.['last'];
  const id = last === null || last === undefined ? firsts[kind] ?? 1 : Number(last) + 1;
  store.run('INSERT INTO deployed_object (kind, key, id) VALUES (?, ?, ?)', kind, key, id);
  return id;
}

/** Internal id of a value that comes with a list. The values of a list have one sequence, whether a deployment brings them or somebody adds them in the account. */
export function deployedValueId(store: Store, list: string, key: string): number {
  const kind = `value of ${list}`;
  const known = store.get('SELECT id FROM deployed_object WHERE kind = ? AND key = ?', kind, key);
  if (known) return Number(known['id']);
  const id = nextNumber(store, list, 1);
  store.run('INSERT INTO deployed_object (kind, key, id) VALUES (?, ?, ?)', kind, key, id);
  return id;
}
