import { CHANGE_ROLE } from './addresses.ts';
import { renderEntrance } from './entrance.ts';
import { html } from './html.ts';
import type { RoleChoiceModel } from './model.ts';

/** The choice among the roles of a person who has several. */
export function renderRoleChoice(model: RoleChoiceModel): string {
  return renderEntrance({
    title: 'Choose a role', companyName: model.companyName,
    body: html`<p>${model.userName}</p>
<form method="post" action="${CHANGE_ROLE}">
<input type="hidden" name="_csrf" value="${model.csrf}"><input type="hidden" name="returnTo" value="${model.returnTo}">
<ul class="people">${model.roles.map((role) => html`<li><button type="submit" class="person" name="role" value="${role.id}"><b>${role.name}</b>${role.current && html`<span class="hint">current role</span>`}</button></li>`)}</ul>
</form>`,
  }).toString();
}
