/** NetSuite's own code of a thrown thing, fit for a log: codes only, never a message, which may quote what people typed. */
export function errorName(thrown: unknown): string {
  const name: unknown = typeof thrown === 'object' && thrown !== null && 'name' in thrown ? thrown.name : null;
  return typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,60}$/.test(name) ? name : 'UNKNOWN';
}

/** The same of an error that a map/reduce reports as text. */
export function reportedErrorName(serialised: string): string {
  try {
    return errorName(JSON.parse(serialised));
  } catch {
    return 'UNKNOWN';
  }
}
