import { renderDashboard } from './dashboard.ts';
import { renderForm } from './form.ts';
import { renderList } from './list.ts';
import type { PageModel, PageRequest } from './model.ts';
import { renderNotice } from './notice.ts';

export { renderRoleChoice } from './role-choice.ts';
export { renderSignIn } from './sign-in.ts';

const NO_SESSION: PageRequest = { csrf: '', url: '/' };

/** Turns a page's model into a whole HTML document. Pure: the same model and request give the same text. */
export function renderPage(model: PageModel, request: PageRequest = NO_SESSION): string {
  switch (model.kind) {
    case 'form': return renderForm(model, request).toString();
    case 'list': return renderList(model, request).toString();
    case 'dashboard': return renderDashboard(model, request).toString();
    case 'notice': return renderNotice(model, request).toString();
  }
}
