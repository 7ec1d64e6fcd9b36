import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageServer { url: string; server: Server; close(): Promise<void> }

/** Serves one page with the bundled script on a *.localhost name, which browsers take for a secure context. */
export async function servePage(script: 'peer' | 'phone'): Promise<PageServer> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL(`page/${script}.ts`, import.meta.url))],
    bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'silent',
  });
  const code = built.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? code : '<!doctype html><title>Phone</title><script src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://phone.localhost:${(server.address() as AddressInfo).port}/`,
    server,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}
