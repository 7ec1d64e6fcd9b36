import { staticUrl } from '../client/static-files.ts';
import { CHANGE_ROLE, HOME, SIGN_OUT } from './addresses.ts';
import { type Content, type Html, html, safeHref } from './html.ts';
import type { FrameModel, PageRequest } from './model.ts';

/** What a page brings along for the document round it. */
export interface DocumentParts {
  title: string;
  /** null where nobody is signed in. */
  frame: FrameModel | null;
  request: PageRequest;
  /** Elements of the head, scripts above all: they belong early in the page. */
  head?: Content;
  body: Content;
  /** Class of the body, one per page kind. */
  kind: string;
}

/** The HTML document every page stands in: head, navigation bar, content, footer. */
export function renderDocument({ title, frame, request, head, body, kind }: DocumentParts): Html {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${frame && ` - ${frame.companyName}`}</title>
<link rel="stylesheet" href="${staticUrl('pages.css')}">
<link rel="icon" href="data:,">
${head}
<script defer src="${staticUrl('page.js')}"></script>
</head>
<body class="page-${kind}">
${frame && renderHeader(frame, request)}
<main id="main">
${body}
</main>
<footer class="page-footer"><span>NetSuite emulator, for development and tests</span>${frame && html`<span>${frame.companyName} · ${frame.accountId}</span>`}</footer>
</body>
</html>
`;
}

function renderHeader(frame: FrameModel, request: PageRequest): Html {
  return html`<header class="page-header">
<a class="company" href="${HOME}">${frame.companyName}</a>
<nav aria-label="Main">${frame.menu.map(renderMenuTab)}</nav>
<details class="menu account" name="menu"><summary><span class="account-name">${frame.user.name}</span><span class="account-role">${frame.role.name}</span></summary>
<div class="menu-panel"><p class="account-email">${frame.user.email}</p>
<a href="${CHANGE_ROLE}">Change role</a>
<form method="post" action="${SIGN_OUT}"><input type="hidden" name="_csrf" value="${request.csrf}"><button type="submit" class="menu-button">Sign out</button></form></div></details>
</header>`;
}

function renderMenuTab(tab: FrameModel['menu'][number]): Html {
  const [first] = tab.links;
  if (tab.links.length === 1 && first && first.label === tab.label) return html`<a class="menu-tab" href="${safeHref(first.url) ?? '#'}">${tab.label}</a>`;
  return html`<details class="menu" name="menu"><summary>${tab.label}</summary><div class="menu-panel">${
    tab.links.map((link) => html`<a href="${safeHref(link.url) ?? '#'}">${link.label}</a>`)}</div></details>`;
}
