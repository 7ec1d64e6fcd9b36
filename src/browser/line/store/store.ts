/** Named values that outlive the browser. Keys are plain; what is sealed is for `createSealed` to say. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Keys that begin with `prefix`. */
  keys(prefix: string): Promise<string[]>;
}
