import { HOME } from './addresses.ts';
import { renderDocument } from './frame.ts';
import { type Html, html } from './html.ts';
import type { NoticePageModel, PageRequest } from './model.ts';

/** A page that says one thing: no permission, an uncaught error of a Suitelet, a record that is gone. */
export function renderNotice(model: NoticePageModel, request: PageRequest): Html {
  return renderDocument({
    title: model.title, frame: model.frame, request, kind: 'notice',
    body: html`<section class="notice" role="alert"><h1>${model.title}</h1>
${model.code && html`<p class="notice-code">${model.code}</p>`}
<p class="notice-text">${model.text}</p>
<p><a class="button" href="${HOME}">Go to Home</a></p></section>`,
  });
}
