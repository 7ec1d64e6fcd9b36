/**
 * Loads ES modules by address. Chromium remembers a failed load for the page's life, so every further try of an address
 * goes by another one: a parameter that nobody reads is added.
 */
export function createModuleLoader(load: (url: string) => Promise<unknown>): (url: string) => Promise<unknown> {
  const failures = new Map<string, number>();
  const once = async (url: string): Promise<unknown> => {
    const failed = failures.get(url) ?? 0;
    try {
      return await load(failed === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}try=${failed + 1}`);
    } catch (failure) {
      failures.set(url, failed + 1);
      throw failure;
    }
  };
  // A network that was gone for a moment is worth a second try.
  return (url) => once(url).catch(() => once(url));
}
