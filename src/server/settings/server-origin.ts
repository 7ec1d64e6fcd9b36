/** Hosts the product talks to: RingCentral's own, and for trying out whatever listens on this very computer. */
export const ringCentralServers = [
  { label: 'RingCentral', origin: 'https://platform.ringcentral.com' },
  { label: 'RingCentral sandbox (deprecated)', origin: 'https://platform.devtest.ringcentral.com' },
] as const;

export type ServerOrigin = { kind: 'ringcentral'; origin: string } | { kind: 'test'; origin: string };

/** Reads a server setting; null for any other host: tokens are never sent there. */
export function serverOrigin(text: string): ServerOrigin | null {
  const origin = text.trim().toLowerCase().replace(/\/$/, '');
  if (ringCentralServers.some((server) => server.origin === origin)) return { kind: 'ringcentral', origin };
  return isLoopback(origin) ? { kind: 'test', origin } : null;
}

const loopback = /^https?:\/\/(?:localhost|127\.0\.0\.1|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+localhost)(?::(\d{1,5}))?$/;

export function isLoopback(origin: string): boolean {
  const port = loopback.exec(origin);
  return port !== null && Number(port[1] ?? 80) <= 65_535;
}

/** A redirect URI is https, or plain http on loopback; no credentials, no fragment. */
export function isRedirectUri(text: string): boolean {
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#\s\\@]+)([/?][^\s#\\]*)?$/i.exec(text) ?? [];
  if (origin === '' || /["'<>]/.test(rest)) return false;
  return /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i.test(origin) || isLoopback(origin.toLowerCase());
}
