import { SIGN_IN_ACTION } from './addresses.ts';
import { renderEntrance } from './entrance.ts';
import { html } from './html.ts';
import type { SignInModel } from './model.ts';

/** The sign-in page: e-mail and password, beside it the people of the account to pick from. */
export function renderSignIn(model: SignInModel): string {
  return renderEntrance({
    title: 'Sign in', companyName: model.companyName,
    body: html`${model.error && html`<p class="entrance-error" role="alert">${model.error}</p>`}
<form method="post" action="${SIGN_IN_ACTION}" id="login-form">
<input type="hidden" name="_csrf" value="${model.csrf}"><input type="hidden" name="returnTo" value="${model.returnTo}">
<label for="email">Email address</label><input id="email" name="email" type="email" autocomplete="username" value="${model.email ?? ''}" required>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit" id="login-submit" class="button primary">Log In</button>
</form>
${model.people.length > 0 && html`<h2>People of this account</h2>
<ul class="people">${model.people.map((person) => html`<li><button type="button" class="person" data-email="${person.email}" data-password="${person.password ?? ''}"><b>${person.name}</b><span>${person.email}</span><span class="hint">${person.hint}</span></button></li>`)}</ul>`}`,
  }).toString();
}
