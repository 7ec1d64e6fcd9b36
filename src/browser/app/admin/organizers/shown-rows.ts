import type { OrganizerRow } from '../../../../wire/organizers/organizers.ts';

/** Which rows a list shows. */
export interface RowFilter { text: string; unmappedOnly: boolean }

/** Those whose calls wait come first, then by extension number; a search looks at names, numbers and addresses of both sides. */
export function shownRows(rows: readonly OrganizerRow[], { text, unmappedOnly }: RowFilter): OrganizerRow[] {
  const wanted = text.trim().toLowerCase();
  return rows
    .filter((row) => !unmappedOnly || row.employee === null)
    .filter((row) => wanted === '' || [row.name, row.extensionNumber, row.email, row.employee?.name ?? '', ...row.numbers].some((part) => part.toLowerCase().includes(wanted)))
    .sort((a, b) => b.waiting - a.waiting || Number(a.employee !== null) - Number(b.employee !== null) || a.extensionNumber.localeCompare(b.extensionNumber, 'en', { numeric: true }));
}
