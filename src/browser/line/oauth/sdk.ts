import { SDK } from '@ringcentral/sdk';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { Sealed } from '../store/sealed.ts';
import { RestFailure, type Rest } from './rest.ts';

/** The most RingCentral grants: longer idle than 30 days ends in Reconnect needed. */
const refreshTokenSeconds = 2_592_000;
const cachePrefix = 'rc-';

export interface RingCentralTools {
  /** Origin of the platform. */
  server: string;
  clientId: string;
  redirectUri: string;
  version: string;
  environment: Pick<LineEnvironment, 'fetch' | 'locks'>;
  sealed: Sealed;
  /** Where the tokens lie; unique per account and user. */
  tokensName: string;
  /** The refresh token is of no use any more. Told once per sign-in. */
  onSignedOut(cause: 'expired' | 'revoked'): void;
  /** How a refresh went: null is well, else the HTTP status, 0 where nobody answered. */
  onRefresh(failure: number | null): void;
}

/** The SDK's error as it comes: a fetch failure has no response. */
interface SdkError extends Error { response?: Response | null }
/** What the SDK keeps to itself and we need: see `guardRefresh`. */
interface PrivatePlatform { _refresh(): Promise<unknown> }

async function restFailure(error: unknown): Promise<RestFailure> {
  if (error instanceof RestFailure) return error;
  const response = (error as SdkError).response;
  if (!response) return new RestFailure('network', 0, null);
  let code: string | null = null;
  let words: string | null = null;
  const text = (value: unknown, longest: number): string | null => (typeof value === 'string' ? value.slice(0, longest) : null);
  try {
    const body = (await response.clone().json()) as { errorCode?: unknown; message?: unknown; error_description?: unknown; errors?: { errorCode?: unknown }[] };
    code = text(body.errors?.[0]?.errorCode ?? body.errorCode, 40);
    words = text(body.error_description ?? body.message, 200);
  } catch {
    // No JSON: the status has to do.
  }
  const { status } = response;
  const kind = status >= 500 || status === 429 ? 'network' : 'refused';
  return new RestFailure(kind, status, code, words);
}

/** OAuth and REST through RingCentral's own SDK, over our token store. The only file that imports it. */
export function openRingCentral({ server, clientId, redirectUri, version, environment, sealed, tokensName, onSignedOut, onRefresh }: RingCentralTools) {
  const storage = {
    getItem: async (key: string) => (await sealed.read(tokensName + key)) as string | null,
    setItem: (key: string, value: string) => sealed.write(tokensName + key, value),
    removeItem: (key: string) => sealed.delete(tokensName + key),
    keys: async () => (await sealed.names(tokensName)).map((name) => name.slice(tokensName.length)),
  };
  const sdk = new SDK({
    server,
    clientId,
    redirectUri,
    appName: 'NetSuitePro',
    appVersion: version,
    cachePrefix,
    // The SDK would sign everybody out when the network fails during a refresh.
    clearCacheOnRefreshError: false,
    refreshDelayMs: 0,
    fetch: environment.fetch,
    localStorage: storage as unknown as Storage,
  });
  const platform = sdk.platform();
  const isSignedIn = async (): Promise<boolean> => ((await platform.auth().data()).refresh_token ?? '') !== '';

  /** Told, or signed out by the user: nothing more to tell until the next sign-in. */
  let told = false;

  /** Also where the tokens are gone already: another worker of this browser may have found out first. */
  async function signedOut(): Promise<void> {
    if (told) return;
    told = true;
    const expired = (await isSignedIn()) && !(await platform.auth().refreshTokenValid());
    await sdk.cache().clean();
    onSignedOut(expired ? 'expired' : 'revoked');
  }

  /** One refresh at a time in this browser: whoever comes second finds the new token already there. */
  const guarded = platform as unknown as PrivatePlatform;
  const refresh = guarded._refresh.bind(platform);
  guarded._refresh = () =>
    environment.locks.hold(`rcns-refresh:${tokensName}`, async () => {
      if (await platform.auth().accessTokenValid()) return null;
      if (!(await platform.auth().refreshTokenValid())) {
        await signedOut();
        throw new RestFailure('signed-out', 401, null);
      }
      try {
        const refreshed = await refresh();
        onRefresh(null);
        return refreshed;
      } catch (error) {
        const failure = await restFailure(error);
        onRefresh(failure.status);
        if (failure.kind === 'network') throw failure;
        await signedOut();
        throw new RestFailure('signed-out', failure.status, failure.code);
      }
    });

  async function ask(work: () => Promise<Response>): Promise<unknown> {
    let response: Response;
    try {
      response = await work();
    } catch (error) {
      throw await restFailure(error);
    }
    const text = await response.text();
    try {
      return text === '' ? null : (JSON.parse(text) as unknown);
    } catch {
      throw new RestFailure('network', response.status, null);
    }
  }

  /** A file by the address RingCentral gave for it. The token goes along: only to the platform itself, or its media host. */
  async function download(url: string): Promise<{ bytes: ArrayBuffer; contentType: string }> {
    const { origin, protocol, hostname, href } = new URL(url, server);
    if (origin !== new URL(server).origin && !(protocol === 'https:' && hostname.endsWith('.ringcentral.com'))) throw new RestFailure('refused', 0, null);
    try {
      const response = await sdk.get(href);
      return { bytes: await response.arrayBuffer(), contentType: response.headers.get('content-type') ?? '' };
    } catch (error) {
      throw await restFailure(error);
    }
  }

  const rest: Rest = { get: (path) => ask(() => sdk.get(path)), post: (path, body) => ask(() => sdk.post(path, body ?? {})), put: (path, body) => ask(() => sdk.put(path, body)) };

  return {
    rest,
    download,
    isSignedIn,
    /** Address for the sign-in window. */
    loginUrl: (state: string, challenge: string): string => `${sdk.loginUrl({ state, display: 'popup' })}&code_challenge=${encodeURIComponent(challenge)}&code_challenge_method=S256`,
    /** Trades the code for tokens. Throws RestFailure. */
    async login(code: string, verifier: string): Promise<void> {
      await ask(() => sdk.login({ code, code_verifier: verifier, redirect_uri: redirectUri, refresh_token_ttl: refreshTokenSeconds }));
      // The SDK keeps the spent verifier beside the tokens.
      await platform.auth().setData({ code_verifier: '' });
      told = false;
    },
    /** Ends the session at RingCentral if it can be reached, and here in any case. */
    async logout(atMost: (work: Promise<unknown>) => Promise<unknown>): Promise<void> {
      told = true;
      try {
        await atMost(sdk.logout());
      } catch {
        // RingCentral's answer changes nothing: our tokens go.
      }
      await sdk.cache().clean();
    },
  };
}

export type RingCentral = ReturnType<typeof openRingCentral>;
