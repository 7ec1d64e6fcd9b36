/** A browser tab's own storage, kept from page to page; where the browser refuses it, nothing is kept. */
export interface TabSession {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

export const createTabSession = (storage: () => Storage): TabSession => ({
  read(key) {
    try {
      return JSON.parse(storage().getItem(key) ?? 'null') as unknown;
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      storage().setItem(key, JSON.stringify(value));
    } catch {
      // Only what would outlive the page is lost.
      return;
    }
  },
});
