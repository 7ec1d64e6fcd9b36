import { randomBytes } from 'node:crypto';
import type { Account, User } from '../account/account.ts';
import type { Records } from '../account/records.ts';
import { page, redirect, type Answer } from '../http/answer.ts';
import { cookie, type HttpRequest } from '../http/request.ts';
import { readAuthorize, withParameters, type AuthorizeRequest } from './authorize-request.ts';
import { codeSeconds, type Codes } from './codes.ts';
import type { OAuthErrorName } from './oauth-error.ts';
import { consentPage, signInPage, staleSignInPage } from './sign-in-pages.ts';

/** Milliseconds that an open sign-in page may be used. */
const ticketLife = 10 * 60_000;
/** Remembers who signed in on this browser, for `prompt=none` and `prompt=consent` only. */
const signInCookie = 'rc_signed_in';

/** Texts of the real service, as far as published. */
const wrongCredentials = 'The email, extension or password is not correct. (OAU-140)';
const needsApproval = 'This application must be approved by an administrator of the account before it can be used';

/** An open sign-in: first nobody, then somebody who has shown the password. */
type Ticket = { request: AuthorizeRequest; expiresAt: number; user: User | undefined };

export interface AuthorizePages {
  authorize(request: HttpRequest): Answer;
  signIn(request: HttpRequest): Answer;
  consent(request: HttpRequest): Answer;
}

/** The way from /restapi/oauth/authorize to the application's redirect URI: sign in, consent, code. */
export function createAuthorizePages(tools: {
  account: Account;
  codes: Codes;
  /** `<extension>:<client>` of people who have agreed before. */
  consents: Records<true>;
  now: () => number;
  sendsCoop: () => boolean;
}): AuthorizePages {
  const { account, codes, consents, now } = tools;
  const tickets = new Map<string, Ticket>();
  const browsers = new Map<string, string>();

  const show = (html: string, headers: Record<string, string> = {}): Answer =>
    page(html, { ...(tools.sendsCoop() ? { 'cross-origin-opener-policy': 'same-origin' } : {}), ...headers });
  const refuse = (to: { redirectUri: string; state: string | undefined }, error: OAuthErrorName, description: string): Answer =>
    redirect(withParameters(to.redirectUri, { error, error_description: description, state: to.state }));

  function open(request: AuthorizeRequest, user: User | undefined): string {
    const ticket = randomBytes(24).toString('base64url');
    tickets.set(ticket, { request, user, expiresAt: now() + ticketLife });
    return ticket;
  }
  function take(id: string | null): Ticket | undefined {
    const ticket = tickets.get(id ?? '');
    tickets.delete(id ?? '');
    return ticket && ticket.expiresAt > now() ? ticket : undefined;
  }
  function grant(request: AuthorizeRequest, user: User): Answer {
    if (request.app.administratorMustApprove) return refuse(request, 'unauthorized_client', needsApproval);
    const code = codes.issue({ clientId: request.app.clientId, extensionId: user.id, redirectUri: request.redirectUri, challenge: request.challenge });
    return redirect(withParameters(request.redirectUri, { code, state: request.state, expires_in: String(codeSeconds) }));
  }

  return {
    authorize(http) {
      const parameters = http.method === 'POST' ? new URLSearchParams(http.body) : http.query;
      const read = readAuthorize(parameters, account);
      if (read.is === 'refused') return refuse(read, read.error, read.description);
      const { request } = read;
      const user = account.user(browsers.get(cookie(http, signInCookie) ?? '') ?? '');
      if (request.prompt.has('none')) {
        if (!user) return refuse(request, 'login_required', 'Nobody is signed in');
        if (!consents.get(`${user.id}:${request.app.clientId}`)) return refuse(request, 'interaction_required', 'Consent is needed');
        return grant(request, user);
      }
      if (user && request.prompt.has('consent') && !request.prompt.has('login')) {
        return show(consentPage({ ticket: open(request, user), app: request.app, user, companyName: account.companyName }));
      }
      return show(signInPage({ ticket: open(request, undefined), app: request.app, name: request.loginHint, failure: undefined }));
    },

    signIn(http) {
      const form = new URLSearchParams(http.body);
      const ticket = take(form.get('ticket'));
      if (!ticket) return show(staleSignInPage());
      const name = form.get('username') ?? '';
      const user = account.userByCredentials(name, form.get('password') ?? '');
      const { app } = ticket.request;
      if (!user) return show(signInPage({ ticket: open(ticket.request, undefined), app, name, failure: wrongCredentials }));
      if (app.administratorMustApprove) return refuse(ticket.request, 'unauthorized_client', needsApproval);
      const browser = randomBytes(24).toString('base64url');
      browsers.set(browser, user.id);
      return show(
        consentPage({ ticket: open(ticket.request, user), app, user, companyName: account.companyName }),
        { 'set-cookie': `${signInCookie}=${browser}; Path=/; HttpOnly; SameSite=Lax` },
      );
    },

    consent(http) {
      const form = new URLSearchParams(http.body);
      const ticket = take(form.get('ticket'));
      if (!ticket?.user) return show(staleSignInPage());
      if (form.get('decision') !== 'authorize') return refuse(ticket.request, 'access_denied', 'The user refused the access');
      consents.put(`${ticket.user.id}:${ticket.request.app.clientId}`, true);
      return grant(ticket.request, ticket.user);
    },
  };
}
