import type { Store } from './store.ts';

const keyName = 'sealing-key';
interface SealedValue { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
const isSealed = (value: unknown): value is SealedValue => typeof value === 'object' && value !== null && 'iv' in value && 'data' in value;

/** Values encrypted by AES-GCM with a key that the browser keeps and never shows (non-extractable). */
export interface Sealed {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  delete(name: string): Promise<void>;
  names(prefix: string): Promise<string[]>;
}

const prefix = 'sealed:';

export function createSealed(store: Store, crypto: Crypto, hold: <T>(lock: string, work: () => Promise<T>) => Promise<T>): Sealed {
  let key: Promise<CryptoKey> | null = null;

  // Two workers of different users may start at once: one of them makes the key.
  const theKey = (): Promise<CryptoKey> =>
    (key ??= hold('rcns-sealing-key', async () => {
      const known = await store.get(keyName);
      if (known) return known as CryptoKey;
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      await store.set(keyName, made);
      return made;
    }).catch((failure: unknown) => {
      key = null;
      throw failure;
    }));

  return {
    async read(name) {
      const value = await store.get(prefix + name);
      if (!isSealed(value)) return null;
      // A key that cannot be read just now is no key that is gone: what it seals stays.
      const opener = await theKey();
      try {
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: value.iv }, opener, value.data);
        return JSON.parse(new TextDecoder().decode(plain)) as unknown;
      } catch {
        // Sealed with a key that is gone: as good as not there.
        await store.delete(prefix + name);
        return null;
      }
    },
    async write(name, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await theKey(), new TextEncoder().encode(JSON.stringify(value)));
      await store.set(prefix + name, { iv, data } satisfies SealedValue);
    },
    delete: (name) => store.delete(prefix + name),
    names: async (start) => (await store.keys(prefix + start)).map((name) => name.slice(prefix.length)),
  };
}
