import { renderDocument } from './frame.ts';
import { type Html, html, raw, safeHref } from './html.ts';
import type { DashboardPageModel, FrameModel, PageRequest } from './model.ts';

/** The home dashboard. A portlet's HTML goes in as its script wrote it, as NetSuite does. */
export function renderDashboard(model: DashboardPageModel, request: PageRequest): Html {
  return renderDocument({
    title: 'Home', frame: model.frame, request, kind: 'dashboard',
    body: html`<h1 class="page-title">Home</h1>
<div class="portlets">${renderShortcuts(model.frame)}${model.portlets.map((portlet) => html`<section class="portlet" data-scripted="${portlet.scripted ? 'T' : 'F'}" aria-label="${portlet.title}">
<h2>${portlet.title}</h2>
<div class="portlet-content">${raw(portlet.html)}</div></section>`)}</div>`,
  });
}

/** NetSuite's standard portlet of shortcuts: here all that the menu holds, so that the first page is no dead end. */
function renderShortcuts(frame: FrameModel): Html | '' {
  const links = frame.menu.flatMap((tab) => tab.links).filter(({ label }) => label !== 'Home');
  return links.length === 0 ? '' : html`<section class="portlet" data-scripted="F" aria-label="Shortcuts">
<h2>Shortcuts</h2>
<div class="portlet-content"><ul class="shortcuts">${links.map(({ label, url }) => html`<li><a class="dottedlink" href="${safeHref(url) ?? '#'}">${label}</a></li>`)}</ul></div></section>`;
}
