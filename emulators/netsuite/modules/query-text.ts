/** Names and values given as an object, written as a URL's query or a form's body; '' for nothing. */
export function queryText(values: unknown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((values as Record<string, unknown> | null | undefined) ?? {})) query.set(name, String(value));
  return query.toString();
}
