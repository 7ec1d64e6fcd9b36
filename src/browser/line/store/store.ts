/** Named values that outlive the browser. Keys are plain; what is sealed is for `createSealed` to say. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Keys that begin with `prefix`. */
  keys(prefix: string): Promise<string[]>;
}

/** For values that can be asked for again: what the browser does not give is as good as not there, what it does not take is left. */
export const withoutComplaint = ({ get, set, delete: drop, keys }: Store): Store => ({
  get: (key) => get(key).catch(() => undefined),
  set: (key, value) => set(key, value).catch(() => undefined),
  delete: (key) => drop(key).catch(() => undefined),
  keys,
});
