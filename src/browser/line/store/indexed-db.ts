import type { Store } from './store.ts';

const database = 'rcns';
const table = 'values';

/** The browser's IndexedDB: one database per origin, which is per NetSuite account. Opened on first use, and again when the browser closed it. */
export function createIndexedDbStore(): Store {
  let opening: Promise<IDBDatabase> | null = null;

  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(database, 1);
      asked.onupgradeneeded = () => void asked.result.createObjectStore(table);
      asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
      asked.onsuccess = () => {
        const opened = asked.result;
        const forget = (): void => void (opening = null);
        opened.onclose = forget;
        // Somebody wants to delete it, or a later version of it.
        opened.onversionchange = () => {
          opened.close();
          forget();
        };
        resolve(opened);
      };
    }).catch((failure: unknown) => {
      // A browser that keeps sites from storing anything throws at once.
      opening = null;
      throw failure;
    });
    return opening;
  };

  /** Settles when the browser has taken it over. */
  async function within<T>(mode: IDBTransactionMode, work: (values: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await open()).transaction(table, mode);
    return new Promise((resolve, reject) => {
      const asked = work(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
  }

  return {
    get: (key) => within('readonly', (values) => values.get(key) as IDBRequest<unknown>),
    set: async (key, value) => void (await within('readwrite', (values) => values.put(value, key))),
    delete: (key) => within('readwrite', (values) => values.delete(key)),
    keys: async (prefix) => (await within('readonly', (values) => values.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))).map(String),
  };
}
