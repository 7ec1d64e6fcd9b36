import type { User } from '../account/account.ts';
import { fullName } from '../account/account.ts';
import type { AppSeed } from '../account/seed.ts';
import { html, type Markup } from '../http/html.ts';
import { permissionsInWords } from './permissions.ts';

/** Where the pages' own forms go; the application never sees these. */
export const signInPath = '/login/sign-in';
export const consentPath = '/login/consent';
export const styleSheetPath = '/login/pages.css';

/** Asks who is there. `failure` is shown above the fields. */
export function signInPage(view: { ticket: string; app: AppSeed; name: string; failure: string | undefined }): string {
  return frame('Sign in', html`
    <h1>Sign in</h1>
    <p class="lead">to continue to <strong>${view.app.name}</strong></p>
    ${view.failure ? html`<p class="failure" role="alert">${view.failure}</p>` : html``}
    <form method="post" action="${signInPath}">
      <input type="hidden" name="ticket" value="${view.ticket}">
      <label for="username">Email or extension number</label>
      <input id="username" name="username" value="${view.name}" autocomplete="username" required ${view.name ? '' : 'autofocus'}>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required ${view.name ? 'autofocus' : ''}>
      <button class="primary" type="submit" id="sign-in">Sign in</button>
    </form>`);
}

/** Asks whether the application may. */
export function consentPage(view: { ticket: string; app: AppSeed; user: User; companyName: string }): string {
  const lines = permissionsInWords(view.app.scopes).map(({ words, detail }) => html`<li><strong>${words}</strong><span>${detail}</span></li>`);
  return frame('Allow access', html`
    <h1>${view.app.name} asks for access</h1>
    <p class="lead">Signed in as <strong>${fullName(view.user)}</strong>, extension ${view.user.extensionNumber} of ${view.companyName}</p>
    <p>It would be able to:</p>
    <ul class="permissions">${lines}</ul>
    <form method="post" action="${consentPath}" class="choice">
      <input type="hidden" name="ticket" value="${view.ticket}">
      <button class="primary" type="submit" name="decision" value="authorize" id="authorize">Authorize</button>
      <button type="submit" name="decision" value="refuse" id="refuse">Refuse</button>
    </form>`);
}

/** A form that came too late or from nowhere. */
export function staleSignInPage(): string {
  return frame('Start again', html`
    <h1>This sign-in is no longer open</h1>
    <p>It was completed, or too much time has passed. Close this window and start again from the application.</p>`);
}

function frame(title: string, content: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Simulated RingCentral</title>
  <link rel="stylesheet" href="${styleSheetPath}">
</head>
<body>
  <main>
    <div class="mark" aria-hidden="true"><i></i><i></i><i></i></div>
    ${content}
  </main>
  <footer>A simulator on this computer, not the real service. Nothing typed here leaves it.</footer>
</body>
</html>`.text;
}
