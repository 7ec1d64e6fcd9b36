/**
 * The slice of @ringcentral/sdk 5.0.11 in use. Its own declarations pull Node's types into this room, where they would
 * make names compile that no browser has; src/browser/tsconfig.json points here instead.
 */
interface AuthData { access_token?: string; refresh_token?: string; code_verifier?: string }

interface Platform {
  auth(): {
    data(): Promise<AuthData>;
    setData(data: AuthData): Promise<void>;
    accessTokenValid(): Promise<boolean>;
    refreshTokenValid(): Promise<boolean>;
  };
}

export declare class SDK {
  constructor(options: {
    server: string;
    clientId: string;
    redirectUri: string;
    appName: string;
    appVersion: string;
    cachePrefix: string;
    clearCacheOnRefreshError: boolean;
    refreshDelayMs: number;
    fetch: typeof fetch;
    localStorage: Storage;
  });
  platform(): Platform;
  cache(): { clean(): Promise<unknown> };
  loginUrl(options: { state: string; display: string }): string;
  login(options: { code: string; code_verifier: string; redirect_uri: string; refresh_token_ttl: number }): Promise<Response>;
  logout(): Promise<Response>;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  put(path: string, body: unknown): Promise<Response>;
}
