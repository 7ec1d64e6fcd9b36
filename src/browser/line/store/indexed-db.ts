import { openDB, type IDBPDatabase } from 'idb';
import type { Store } from './store.ts';

const database = 'rcns';
const table = 'values';

/** The browser's IndexedDB: one database per origin, which is per NetSuite account. Opened on first use, and again when the browser closed it. */
export function createIndexedDbStore(): Store {
  let opening: Promise<IDBPDatabase> | null = null;
  const open = (): Promise<IDBPDatabase> => {
    if (!opening) {
      const asked = openDB(database, 1, {
        upgrade: (db) => {
          db.createObjectStore(table);
        },
        terminated: () => (opening = null),
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          opening = null;
        },
      });
      asked.catch(() => (opening = null));
      opening = asked;
    }
    return opening;
  };
  return {
    get: async (key) => (await open()).get(table, key) as Promise<unknown>,
    set: async (key, value) => {
      await (await open()).put(table, value, key);
    },
    delete: async (key) => (await open()).delete(table, key),
    keys: async (prefix) => (await (await open()).getAllKeys(table, IDBKeyRange.bound(prefix, `${prefix}\uffff`))).map(String),
  };
}
