import { randomBytes } from 'node:crypto';
import { CHANGE_ROLE, HOME, SIGN_IN, SIGN_IN_ACTION, SIGN_OUT } from '../../pages/addresses.ts';
import { renderRoleChoice, renderSignIn } from '../../pages/render.ts';
import { checkPassword, loginOf } from '../../sessions/sign-in.ts';
import { lastValues } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import { showNotice } from '../notice.ts';
import type { Handler, Site } from '../site.ts';

export const sessionCookie = 'JSESSIONID';
/** Ties a sign-in form to the browser that asked for it. */
const entranceCookie = 'EMULATORENTRANCE';

/** Sign-in, sign-out and the choice of a role. */
export const entrance: Handler = async (site, exchange) => {
  const { path, method } = exchange;
  if (path === SIGN_IN && method === 'GET') return showSignIn(site, exchange, '', '');
  if (path === SIGN_IN_ACTION && method === 'GET') return showSignIn(site, exchange, '', '');
  if (path === SIGN_IN_ACTION && method === 'POST') return signIn(site, exchange);
  if (path === SIGN_OUT && method === 'POST') return signOut(site, exchange);
  if (path === CHANGE_ROLE && method === 'GET') return showRoles(site, exchange);
  if (path === CHANGE_ROLE && method === 'POST') return takeRole(site, exchange);
  return false;
};

/** Where to go after signing in: a path of this site, nothing else. */
export function safeReturn(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : HOME;
}

function showSignIn(site: Site, exchange: Exchange, error: string, email: string): true {
  const csrf = randomBytes(18).toString('base64url');
  const { installation } = site.world;
  exchange.html(
    renderSignIn({
      companyName: installation.companyName, error, email, returnTo: safeReturn(exchange.query['returnTo']), csrf,
      people: site.people.map((user) => ({
        name: `${user.firstName} ${user.lastName}`, email: user.email, password: user.password,
        hint: user.roles.map((key) => installation.roles.find((role) => role.key === key)?.name ?? key).join(', '),
      })),
    }), 200, { 'Set-Cookie': `${entranceCookie}=${csrf}; Path=/; HttpOnly; SameSite=Lax` },
  );
  return true;
}

async function signIn(site: Site, exchange: Exchange): Promise<true> {
  const form = lastValues(await exchange.form());
  exchange.query['returnTo'] = form['returnTo'] ?? '';
  const cookie = exchange.cookies[entranceCookie] ?? '';
  if (cookie === '' || cookie !== form['_csrf']) return showSignIn(site, exchange, 'The sign-in page was open too long. Please try again.', form['email'] ?? '');
  const login = checkPassword(site.world.store, form['email'] ?? '', form['password'] ?? '');
  if (!login) return showSignIn(site, exchange, 'You have entered an invalid email address or password. Please try again.', form['email'] ?? '');
  if (exchange.session) site.sessions.end(exchange.session.key);
  const { token } = site.sessions.start(login.employee, login.roles[0] ?? '');
  const to = safeReturn(form['returnTo']);
  exchange.redirect(login.roles.length > 1 ? `${CHANGE_ROLE}?returnTo=${encodeURIComponent(to)}` : to, { 'Set-Cookie': cookieFor(token) });
  return true;
}

async function signOut(site: Site, exchange: Exchange): Promise<true> {
  const form = lastValues(await exchange.form());
  if (exchange.session && form['_csrf'] === exchange.session.csrf) site.sessions.end(exchange.session.key);
  exchange.redirect(SIGN_IN, { 'Set-Cookie': `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` });
  return true;
}

function showRoles(site: Site, exchange: Exchange): true {
  const { session } = exchange;
  const login = session && loginOf(site.world.store, session.employee);
  if (!session || !login) {
    exchange.redirect(SIGN_IN);
    return true;
  }
  const { installation } = site.world;
  exchange.html(renderRoleChoice({
    companyName: installation.companyName, userName: login.name, returnTo: safeReturn(exchange.query['returnTo']), csrf: session.csrf,
    roles: login.roles.map((id) => ({ id, name: installation.roles.find((role) => role.key === id)?.name ?? id, current: id === session.role })),
  }));
  return true;
}

async function takeRole(site: Site, exchange: Exchange): Promise<true> {
  const { session } = exchange;
  const login = session && loginOf(site.world.store, session.employee);
  const form = lastValues(await exchange.form());
  if (!session || !login) {
    exchange.redirect(SIGN_IN);
    return true;
  }
  const role = form['role'] ?? '';
  if (form['_csrf'] !== session.csrf || !login.roles.includes(role)) {
    showNotice(site, exchange, 'Notice', 'That role is not yours, or the page was open too long.', '', 403);
    return true;
  }
  site.sessions.end(session.key);
  exchange.redirect(safeReturn(form['returnTo']), { 'Set-Cookie': cookieFor(site.sessions.start(login.employee, role).token) });
  return true;
}

function cookieFor(token: string): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax`;
}
