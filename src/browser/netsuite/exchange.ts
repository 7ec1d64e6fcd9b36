import { tokenHeader } from '../../wire/session/session.ts';
import { NetSuiteFailure } from './failure.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Longest wait for an answer: an execution of NetSuite's may take minutes, a person's patience does not. */
const answerMs = 45_000;

/** Account limit on RESTlets running at once; the text comes in NetSuite's error document. */
const limitExceeded = 'SSS_REQUEST_LIMIT_EXCEEDED';
/** What a RESTlet answers without a session, with 401 or 403. */
const notSignedIn = 'INVALID_LOGIN_ATTEMPT';

/**
 * One POST to an endpoint of ours, answered with JSON. Throws NetSuiteFailure: session-ended when NetSuite sends its
 * login page, a redirect or a 401 instead; limits; failed for everything unreadable; network without an answer.
 */
export async function exchange(fetch: Fetch, url: string, body: unknown, token: string): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      // Followed, the redirect to the login page would look like an answer.
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', [tokenHeader]: token },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerMs),
    });
    text = response.type === 'opaqueredirect' ? '' : await response.text();
  } catch (failure) {
    throw new NetSuiteFailure('network', failure instanceof Error ? failure.name : 'fetch');
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400) || response.status === 401 || (!response.ok && text.includes(notSignedIn))) throw new NetSuiteFailure('session-ended', `HTTP ${response.status}`);
  if (text.includes(limitExceeded)) throw new NetSuiteFailure('limits', limitExceeded);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    // A page where data should be: NetSuite asks to sign in.
    if (response.ok && /^\s*</.test(text)) throw new NetSuiteFailure('session-ended', 'a page instead of an answer');
    throw new NetSuiteFailure('failed', `HTTP ${response.status}`);
  }
  if (response.status === 429) throw new NetSuiteFailure('limits', 'HTTP 429');
  return answer;
}
