import { renderDocument } from './frame.ts';
import { type Html, html, raw } from './html.ts';
import type { DashboardPageModel, PageRequest } from './model.ts';

/** The home dashboard. A portlet's HTML goes in as its script wrote it, as NetSuite does. */
export function renderDashboard(model: DashboardPageModel, request: PageRequest): Html {
  return renderDocument({
    title: 'Home', frame: model.frame, request, kind: 'dashboard',
    body: html`<h1 class="page-title">Home</h1>
<div class="portlets">${model.portlets.map((portlet) => html`<section class="portlet" data-scripted="${portlet.scripted ? 'T' : 'F'}" aria-label="${portlet.title}">
<h2>${portlet.title}</h2>
<div class="portlet-content">${raw(portlet.html)}</div></section>`)}</div>`,
  });
}
