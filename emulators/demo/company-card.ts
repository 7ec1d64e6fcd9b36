import { ask } from './browserless.ts';
import { addresses } from './addresses.ts';
import { administrator, demoPassword } from './people.ts';

export interface CardValues { clientId: string; server: string; redirectUri: string }

/** The company card as the demo's administrator uses it. */
export interface CompanyCard {
  /** What the card shows for copying into the app's registration. */
  redirectUri(): Promise<string>;
  save(settings: CardValues): Promise<void>;
}

/** Signs in as the administrator and talks to the same endpoint the page uses. */
export async function openCompanyCard(netsuite: string): Promise<CompanyCard> {
  const jar = new Map<string, string>();
  const page = await ask(netsuite, '/pages/customerlogin.jsp', { jar });
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const signIn = await ask(netsuite, '/app/login/secure/enterpriselogin.nl', {
    jar, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: netsuite },
    body: new URLSearchParams({ _csrf: csrf, returnTo: '', email: administrator.email, password: demoPassword }).toString(),
  });
  if (signIn.status >= 400) throw new Error(`The administrator of the demo could not sign in (HTTP ${signIn.status}).`);

  const post = async (token: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await ask(netsuite, addresses.api, { jar, method: 'POST', headers: { 'content-type': 'application/json', origin: netsuite, 'x-rcns-token': token }, body: JSON.stringify(body) });
    let read: { ok: boolean; value: Record<string, unknown>; error?: { code: string; detail: string } };
    try {
      read = JSON.parse(answer.body) as typeof read;
    } catch {
      throw new Error(`The phone's endpoint in NetSuite answered no JSON (HTTP ${answer.status}).`);
    }
    if (!read.ok) throw new Error(`The company card was refused: ${read.error?.code} ${read.error?.detail}`);
    return read.value;
  };
  const token = String((await post('read', { action: 'session' }))['csrf']);
  return {
    redirectUri: async () => String((await post('read', { action: 'read-company' }))['ownRedirectUri']),
    save: async (settings) => void (await post(token, { action: 'save-company', settings })),
  };
}
