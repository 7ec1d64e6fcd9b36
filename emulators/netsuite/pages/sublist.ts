import { type Html, html, safeHref } from './html.ts';
import type { SublistModel } from './model.ts';

/** A read-only list under a subtab. The markup is the emulator's own: nobody may depend on it outside tests. */
export function renderSublist(sublist: SublistModel, tabLabel: string): Html {
  // A tab of the same name is heading enough.
  return html`<section class="sublist" data-sublist="${sublist.id}">${sublist.label !== tabLabel && html`<h3>${sublist.label}</h3>`}
<div class="table-scroll"><table class="list" aria-label="${sublist.label}">
<thead><tr>${sublist.columns.map((column) => html`<th scope="col" data-column="${column.id}">${column.label}</th>`)}</tr></thead>
<tbody>${sublist.rows.map((row) => renderRow(sublist, row))}${
    sublist.rows.length === 0 && html`<tr class="empty"><td colspan="${Math.max(sublist.columns.length, 1)}">${sublist.emptyText}</td></tr>`}</tbody>
</table></div></section>`;
}

function renderRow(sublist: SublistModel, row: SublistModel['rows'][number]): Html {
  const link = row.link === null ? null : safeHref(row.link);
  // The link sits on the first cell with something to read.
  const linkedColumn = link && sublist.columns.find((column) => row.cells[column.id])?.id;
  return html`<tr data-row>${sublist.columns.map((column) => {
    const text = row.cells[column.id] ?? '';
    return html`<td data-column="${column.id}">${column.id === linkedColumn && link ? html`<a class="dottedlink" href="${link}">${text}</a>` : text}</td>`;
  })}</tr>`;
}
