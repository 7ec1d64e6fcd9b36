import { openRingCentral } from '../../../src/browser/line/oauth/sdk.ts';
import { createFakeEnvironment } from './fakes.ts';

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
let pairs = 0;
const pair = () => ({ access_token: `access-${(pairs += 1)}`, token_type: 'bearer', expires_in: 3600, refresh_token: `refresh-${pairs}`, refresh_token_expires_in: 2_592_000, scope: 'VoipCalling', owner_id: '101' });

type Answer = (request: Request, body: URLSearchParams) => Response | Promise<Response>;

function open() {
  const { environment, sealed, store } = createFakeEnvironment();
  const asked: { path: string; body: URLSearchParams; authorization: string | null }[] = [];
  const lost: string[] = [];
  const refreshes: (number | null)[] = [];
  const answers: Record<string, Answer> = { '/restapi/oauth/token': () => json(200, pair()), '/restapi/oauth/revoke': () => new Response(null, { status: 200 }) };
  environment.fetch = (async (request: Request) => {
    const body = new URLSearchParams(await request.clone().text());
    const { pathname } = new URL(request.url);
    asked.push({ path: pathname, body, authorization: request.headers.get('Authorization') });
    return (answers[pathname] ?? (() => json(200, { id: 101 })))(request, body);
  }) as typeof fetch;
  const make = () => openRingCentral({ server: 'https://platform.example.com', clientId: 'client-1', redirectUri: 'https://4321098.app.netsuite.com/back?script=1&deploy=1', version: 'v1', environment, sealed, tokensName: 'tokens:', onSignedOut: (cause) => lost.push(cause), onRefresh: (failure) => refreshes.push(failure) });
  return { make, ringCentral: make(), asked, answers, lost, refreshes, store, at: (path: string) => asked.filter((each) => each.path === path) };
}
const me = '/restapi/v1.0/account/~/extension/~';

describe('RingCentral over its SDK', () => {
  it('asks for a code with PKCE and state', () => {
    const url = new URL(open().ringCentral.loginUrl('state-1', 'challenge-1'));
    expect(url.origin + url.pathname).toBe('https://platform.example.com/restapi/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ response_type: 'code', client_id: 'client-1', state: 'state-1', code_challenge: 'challenge-1', code_challenge_method: 'S256', redirect_uri: 'https://4321098.app.netsuite.com/back?script=1&deploy=1' });
  });

  it('trades the code without a secret, for the longest sign-in RingCentral grants', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    expect(Object.fromEntries(line.asked[0]?.body ?? [])).toMatchObject({ grant_type: 'authorization_code', code: 'code-1', code_verifier: 'verifier-1', client_id: 'client-1', refresh_token_ttl: '2592000' });
    expect(line.asked[0]?.authorization).toBeNull();
    expect(await line.ringCentral.isSignedIn()).toBe(true);
  });

  it('is still signed in after the browser was restarted', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    expect(await line.make().isSignedIn()).toBe(true);
    expect(JSON.stringify([...line.store.values.values()])).not.toContain('access-');
  });

  it('refreshes a dead access token once, however many ask at the same time', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    let dead = true;
    line.answers[me] = () => (dead ? json(401, { errorCode: 'TokenInvalid' }) : json(200, { id: 101 }));
    line.answers['/restapi/oauth/token'] = () => { dead = false; return json(200, pair()); };
    const second = line.make();
    await Promise.all([line.ringCentral.rest.get(me), line.ringCentral.rest.get(me)]);
    await second.rest.get(me);
    expect(line.at('/restapi/oauth/token').filter(({ body }) => body.get('grant_type') === 'refresh_token')).toHaveLength(1);
  });

  it('refreshes once for two workers that find the token run out at the same moment', async () => {
    const line = open();
    line.answers['/restapi/oauth/token'] = (_request, body) => json(200, { ...pair(), expires_in: body.get('grant_type') === 'refresh_token' ? 3600 : 30 });
    await line.ringCentral.login('code-1', 'verifier-1');
    await Promise.all([line.ringCentral.rest.get(me), line.make().rest.get(me)]);
    expect(line.at('/restapi/oauth/token').filter(({ body }) => body.get('grant_type') === 'refresh_token')).toHaveLength(1);
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['RingCentral in trouble', () => json(503, { errorCode: 'CMN-203' })],
    ['too many requests', () => json(429, { errorCode: 'CMN-301' })],
  ])('signs nobody out while a refresh meets %s', async (_name, trouble) => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    line.answers[me] = () => json(401, { errorCode: 'TokenInvalid' });
    line.answers['/restapi/oauth/token'] = trouble as Answer;
    await expect(line.ringCentral.rest.get(me)).rejects.toMatchObject({ kind: 'network' });
    expect(line.refreshes.at(-1)).toEqual(expect.any(Number));
    expect([line.lost, await line.ringCentral.isSignedIn()]).toEqual([[], true]);
  });

  it('says that the sign-in was revoked when the refresh token is refused', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    line.answers[me] = () => json(401, { errorCode: 'TokenInvalid' });
    line.answers['/restapi/oauth/token'] = () => json(400, { error: 'invalid_grant', errors: [{ errorCode: 'OAU-213' }] });
    await expect(line.ringCentral.rest.get(me)).rejects.toMatchObject({ kind: 'signed-out' });
    await expect(line.ringCentral.rest.get(me)).rejects.toMatchObject({ kind: 'signed-out' });
    expect([line.lost, await line.ringCentral.isSignedIn()]).toEqual([['revoked'], false]);
  });

  it('says so too when another worker of this browser has thrown the tokens away before', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    const other = line.make();
    line.answers[me] = () => json(401, { errorCode: 'TokenInvalid' });
    line.answers['/restapi/oauth/token'] = () => json(400, { error: 'invalid_grant', errors: [{ errorCode: 'OAU-213' }] });
    await expect(other.rest.get(me)).rejects.toMatchObject({ kind: 'signed-out' });
    await expect(line.ringCentral.rest.get(me)).rejects.toMatchObject({ kind: 'signed-out' });
    expect(line.lost).toEqual(['revoked', 'revoked']);
  });

  it('says nothing of a request that comes back after the user has disconnected', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    await line.ringCentral.logout((work) => work);
    await expect(line.ringCentral.rest.get(me)).rejects.toMatchObject({ kind: 'signed-out' });
    expect(line.lost).toEqual([]);
  });

  it('says that it expired after a month of silence', async () => {
    const line = open();
    line.answers['/restapi/oauth/token'] = () => json(200, { ...pair(), expires_in: 0, refresh_token_expires_in: 0 });
    await line.ringCentral.login('code-1', 'verifier-1');
    await expect(line.ringCentral.rest.get(me)).rejects.toMatchObject({ kind: 'signed-out' });
    expect(line.lost).toEqual(['expired']);
  });

  it('names RingCentral’s code when it refuses', async () => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    line.answers['/restapi/v1.0/client-info/sip-provision'] = () => json(403, { errorCode: 'FeatureNotAvailable', errors: [{ errorCode: 'BIL-103', message: 'Feature [WebPhone] is not available' }] });
    await expect(line.ringCentral.rest.post('/restapi/v1.0/client-info/sip-provision', {})).rejects.toMatchObject({ kind: 'refused', status: 403, code: 'BIL-103' });
  });

  it.each([
    ['answers', () => new Response(null, { status: 200 })],
    ['fails', () => json(500, {})],
    ['is not there', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('forgets the tokens on disconnect when RingCentral %s', async (_name, answer) => {
    const line = open();
    await line.ringCentral.login('code-1', 'verifier-1');
    line.answers['/restapi/oauth/revoke'] = answer as Answer;
    await line.ringCentral.logout((work) => work);
    expect([line.at('/restapi/oauth/revoke').length, await line.ringCentral.isSignedIn()]).toEqual([1, false]);
  });
});
