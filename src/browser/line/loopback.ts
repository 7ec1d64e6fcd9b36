/** This computer itself: the only place that may be reached without TLS. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** Address of a WebSocket on `hostAndPort`: TLS everywhere but on this computer. */
export function socketAddress(hostAndPort: string): string {
  const secure = new URL(`wss://${hostAndPort}`);
  return isLoopback(secure.hostname) ? `ws://${hostAndPort}` : `wss://${hostAndPort}`;
}
