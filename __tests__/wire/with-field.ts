/** The same body with another value in one field, named as a path: `person.id`, `to.0.number`. The field itself may be new. */
export function withField<T extends object>(body: T, path: string, value: unknown): T {
  const copy = structuredClone(body) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const place = names.reduce((at, name) => at[name] as Record<string, unknown>, copy);
  place[last] = value;
  return copy as T;
}
