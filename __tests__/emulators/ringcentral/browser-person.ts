/** A person at the sign-in pages, by plain requests: follows no redirect, so that a test sees where it leads. */

export type Parameters = Record<string, string>;

const field = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

export async function openAuthorize(base: string, parameters: Parameters, headers: Parameters = {}): Promise<Response> {
  return fetch(`${base}/restapi/oauth/authorize?${new URLSearchParams(parameters)}`, { redirect: 'manual', headers });
}

async function submit(base: string, path: string, form: Parameters): Promise<Response> {
  return fetch(`${base}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
}

export async function signIn(base: string, page: string, username: string, password: string): Promise<Response> {
  return submit(base, '/login/sign-in', { ticket: field(page, 'ticket'), username, password });
}

export async function decide(base: string, page: string, decision: 'authorize' | 'refuse'): Promise<Response> {
  return submit(base, '/login/consent', { ticket: field(page, 'ticket'), decision });
}

/** Signs Dana in and agrees; gives the address the application gets. */
export async function authorizeAsDana(base: string, parameters: Parameters): Promise<URL> {
  const opened = await openAuthorize(base, parameters);
  const consent = await signIn(base, await opened.text(), '101', 'correct horse 7');
  const redirected = await decide(base, await consent.text(), 'authorize');
  return new URL(redirected.headers.get('location') ?? '');
}
