import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { DemoPerson } from '../../../emulators/demo/people.ts';
import { signInTo } from '../../../emulators/demo/sign-in.ts';
import { driveItself, type Order } from './self-driving-page.ts';
import { until } from './until.ts';

/** What a page told of itself. */
export interface Report { tab: string; page: string; what: 'shows' | 'came' | 'plays' | 'silent' | 'rings' | 'does-not-ring'; value: unknown }

/**
 * Pages that drive themselves: a forward proxy between a browser without a driver and NetSuite, which signs its requests
 * in, puts a script at the head of every page, hands out orders and hears reports.
 */
export interface SelfDriving {
  proxy: string;
  reports: Report[];
  order(tab: string, verb: Order['verb'], what?: string): void;
  /** Waits for a report of this tab. `from`: how many were there before. */
  told(tab: string, what: Report['what'], fits: (report: Report) => boolean, from?: number): Promise<Report>;
  close(): Promise<void>;
}

const reportPath = '/journey-report';
const orderPath = '/journey-order';
const drive = `<script>(${driveItself.toString()})('${reportPath}', '${orderPath}');</script>`;

const textOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** `first`: markup that comes before everything else in a page's head. */
export async function openSelfDriving(netsuite: string, person: DemoPerson, first = ''): Promise<SelfDriving> {
  const cookie = [...(await signInTo(netsuite, person))].map((pair) => pair.join('=')).join('; ');
  const home = new URL(netsuite);
  const reports: Report[] = [];
  const orders: Order[] = [];
  const tunnels = new Set<Socket>();

  /** Given out once. */
  function nextOrder(tab: string | null): Order | undefined {
    const at = orders.findIndex((order) => order.tab === tab);
    return at === -1 ? undefined : orders.splice(at, 1)[0];
  }

  /** Node does not resolve *.localhost: everybody here is on this computer. */
  function passOn(asked: IncomingMessage, answer: ServerResponse, url: URL): void {
    const isHome = url.host === home.host;
    const headers = { ...asked.headers, host: url.host, ...(isHome ? { cookie, 'accept-encoding': 'identity' } : {}) };
    const onward = request({ host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method: asked.method, headers }, (given) => {
      const { 'content-length': length, ...others } = given.headers;
      if (isHome && String(given.headers['content-type']).startsWith('text/html')) {
        // The page cache takes what its server lets it keep; whether NetSuite's pages are among these is not known.
        delete others['cache-control'];
        void textOf(given).then((page) => answer.writeHead(given.statusCode ?? 502, others).end(page.replace(/<head>/i, (tag) => tag + first + drive)));
        return;
      }
      answer.writeHead(given.statusCode ?? 502, length === undefined ? others : given.headers);
      given.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }

  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '', netsuite);
    if (url.pathname === reportPath) {
      void textOf(asked).then((body) => {
        reports.push(JSON.parse(body) as Report);
        answer.writeHead(204).end();
      });
    } else if (url.pathname === orderPath) {
      answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(nextOrder(url.searchParams.get('tab')) ?? null));
    } else passOn(asked, answer, url);
  });
  // WebSockets.
  server.on('connect', (asked, socket: Socket) => {
    const onward = connect(Number((asked.url ?? '').split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const each of [socket, onward]) {
      tunnels.add(each);
      each.on('error', () => each.destroy());
      each.on('close', () => tunnels.delete(each));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports,
    order: (tab, verb, what = '') => void orders.push({ tab, verb, what }),
    told: (tab, what, fits, from = 0) => until(`tab ${tab} tells what it ${what}`, () => reports.slice(from).find((report) => report.tab === tab && report.what === what && fits(report))),
    close: () =>
      new Promise((resolve) => {
        for (const tunnel of tunnels) tunnel.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
