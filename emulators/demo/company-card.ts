import { ask } from './browserless.ts';
import { addresses } from './addresses.ts';
import { administrator } from './people.ts';
import { signInTo } from './sign-in.ts';

export interface CardValues { clientId: string; server: string; redirectUri: string }

/** The company card as the demo's administrator uses it. */
export interface CompanyCard {
  /** What the card shows for copying into the app's registration. */
  redirectUri(): Promise<string>;
  save(settings: CardValues): Promise<void>;
}

/** Signs in as the administrator and talks to the same endpoint the page uses. */
export async function openCompanyCard(netsuite: string): Promise<CompanyCard> {
  const jar = await signInTo(netsuite, administrator);
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
