import { renderDocument } from './frame.ts';
import { type Html, html, safeHref } from './html.ts';
import type { ListPageModel, PageRequest } from './model.ts';

/** A list of records with search, pages and, where the role may, a New button. */
export function renderList(model: ListPageModel, request: PageRequest): Html {
  return renderDocument({
    title: model.title, frame: model.frame, request, kind: 'list',
    body: html`<div class="title-row"><h1 class="page-title">${model.title}</h1>${model.newLink && html`<a class="button primary" id="new" href="${model.newLink}">New</a>`}</div>
${renderSearch(model, request)}
<div class="table-scroll"><table class="list" id="list" data-list>
<thead><tr><th scope="col" class="actions">Edit | View</th>${model.columns.map((column) => html`<th scope="col" data-column="${column.id}">${column.label}</th>`)}</tr></thead>
<tbody>${model.rows.map((row) => renderRow(model, row))}${model.rows.length === 0 && html`<tr class="empty"><td colspan="${model.columns.length + 1}">${model.search ? 'No records match your search.' : 'No records to show.'}</td></tr>`}</tbody>
</table></div>
${renderPages(model, request)}`,
  });
}

function renderRow(model: ListPageModel, row: ListPageModel['rows'][number]): Html {
  const link = row.link && safeHref(row.link);
  const editLink = row.editLink && safeHref(row.editLink);
  return html`<tr data-row><td class="actions">${editLink && html`<a class="dottedlink" href="${editLink}">Edit</a> | `}${link && html`<a class="dottedlink" href="${link}">View</a>`}</td>${
    model.columns.map((column, index) => {
      const text = row.cells[column.id] ?? '';
      return html`<td data-column="${column.id}">${index === 0 && link ? html`<a class="dottedlink" href="${link}">${text}</a>` : text}</td>`;
    })}</tr>`;
}

function renderSearch(model: ListPageModel, request: PageRequest): Html {
  const [path = '', query = ''] = request.url.split('?');
  const kept = [...new URLSearchParams(query)].filter(([name]) => name !== 'search' && name !== 'page');
  return html`<form class="list-search" role="search" method="get" action="${path}">${
    kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="search" name="search" aria-label="Search ${model.title}" placeholder="Search" value="${model.search}"><button type="submit" class="button">Search</button></form>`;
}

function renderPages(model: ListPageModel, request: PageRequest): Html {
  const [path = '', query = ''] = request.url.split('?');
  const pageUrl = (page: number) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(page));
    return `${path}?${parameters}`;
  };
  return html`<nav class="pages" aria-label="Pages">${model.page > 1 && html`<a class="button" rel="prev" href="${pageUrl(model.page - 1)}">Previous</a>`}
<span>Page ${model.page} of ${Math.max(model.pages, 1)} · Total: ${model.total}</span>
${model.page < model.pages && html`<a class="button" rel="next" href="${pageUrl(model.page + 1)}">Next</a>`}</nav>`;
}
