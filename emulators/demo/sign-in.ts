import { ask } from './browserless.ts';
import { demoPassword, type DemoPerson } from './people.ts';

/** Signs in to NetSuite as a browser does; answers the session's cookies. */
export async function signInTo(netsuite: string, person: DemoPerson): Promise<Map<string, string>> {
  const jar = new Map<string, string>();
  const page = await ask(netsuite, '/pages/customerlogin.jsp', { jar });
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const answer = await ask(netsuite, '/app/login/secure/enterpriselogin.nl', {
    jar, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: netsuite },
    body: new URLSearchParams({ _csrf: csrf, returnTo: '', email: person.email, password: demoPassword }).toString(),
  });
  if (answer.status >= 400) throw new Error(`A person of the demo could not sign in (HTTP ${answer.status}).`);
  return jar;
}
