import { request } from 'node:http';

export interface Answer { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/**
 * One HTTP request to a stand-in under its public name: Node does not resolve *.localhost, browsers do.
 * Cookies are kept in `jar`; redirects are not followed.
 */
export function ask(origin: string, path: string, options: { method?: string; headers?: Record<string, string>; body?: string; jar: Map<string, string> }): Promise<Answer> {
  const { port, host } = new URL(origin);
  const { method = 'GET', headers = {}, body, jar } = options;
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers: { host, ...(cookie ? { cookie } : {}), ...headers } }, (answer) => {
      for (const line of answer.headers['set-cookie'] ?? []) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
