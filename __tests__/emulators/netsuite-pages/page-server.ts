import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { staticFiles } from '../../../emulators/netsuite/client/static-files.ts';

export interface PageServer {
  origin: string;
  /** Answers GET and POST of this path and query with the text. */
  put(url: string, text: string, type?: string): void;
  /** What was posted, oldest first. */
  posted: { url: string; body: URLSearchParams; text: string }[];
  close(): Promise<void>;
}

/** Serves rendered pages, client scripts and the emulator's static files; everything else is 404. */
export async function createPageServer(): Promise<PageServer> {
  const answers = new Map<string, { text: string; type: string }>();
  const posted: PageServer['posted'] = [];
  for (const [url, file] of Object.entries(staticFiles)) answers.set(url, { text: readFileSync(file, 'utf8'), type: file.endsWith('.css') ? 'text/css' : 'text/javascript' });

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => { body += chunk; });
    request.on('end', () => {
      const url = request.url ?? '';
      if (request.method === 'POST') posted.push({ url, body: new URLSearchParams(body), text: body });
      const answer = answers.get(url);
      response.writeHead(answer ? 200 : 404, { 'Content-Type': `${answer?.type ?? 'text/plain'}; charset=utf-8`, ...(url in staticFiles ? { 'Cache-Control': 'max-age=31536000, immutable' } : {}) });
      response.end(answer?.text ?? 'not found');
    });
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (url, text, type = 'text/html') => { answers.set(url, { text, type }); },
    posted,
    close: () => new Promise((closed) => { server.closeAllConnections(); server.close(() => { closed(); }); }),
  };
}
