const longestName = 200;

/** What a conference is called, as its other side: `Conference with Priya Nair and Lee Chan`. */
export function conferenceName(names: readonly string[]): string {
  if (names.length === 0) return 'Conference';
  const others = names.slice(0, -1).join(', ');
  return ['Conference with', others, others && 'and', names.at(-1)].filter(Boolean).join(' ').slice(0, longestName);
}
