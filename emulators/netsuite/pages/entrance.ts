import { staticUrl } from '../client/static-files.ts';
import { type Content, type Html, html } from './html.ts';
import { renderDocument } from './frame.ts';

/** The card in the middle of the pages before a session: sign-in and choice of role. */
export function renderEntrance(parts: { title: string; companyName: string; body: Content }): Html {
  return renderDocument({
    title: parts.title, frame: null, request: { csrf: '', url: '/' }, kind: 'entrance',
    head: html`<script defer src="${staticUrl('sign-in.js')}"></script>`,
    body: html`<section class="entrance"><p class="entrance-company">${parts.companyName}</p><h1>${parts.title}</h1>${parts.body}</section>`,
  });
}
