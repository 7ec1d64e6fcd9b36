const dayMs = 86_400_000;

/** Days as YYYY-MM-DD, first and last among them. */
export function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1;
  return Array.from({ length: Math.max(0, count) }, (_none, at) => new Date(first + at * dayMs).toISOString().slice(0, 10));
}
