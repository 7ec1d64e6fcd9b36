/** Oracle takes a thousand values in one list. */
const longestList = 1000;

/** A condition that holds for each of these values, of which there may be any number; its parameters are the values. */
export function inList(column: string, values: readonly string[]): string {
  if (values.length === 0) return '(1 = 0)';
  const lists: string[] = [];
  for (let start = 0; start < values.length; start += longestList) lists.push(`${column} IN (${values.slice(start, start + longestList).map(() => '?').join(', ')})`);
  return `(${lists.join(' OR ')})`;
}
