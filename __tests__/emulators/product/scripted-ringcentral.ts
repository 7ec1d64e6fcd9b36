import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A record of the call log as RingCentral sends it, which need not be as RingCentral promises it. */
export type RawRecord = Record<string, unknown> & { id: string };

/** What a request is answered with instead: `cut` breaks the connection in the middle. */
export interface WrongAnswer { status?: number; body?: string; headers?: Record<string, string>; cut?: true; times?: number }

/** A RingCentral that says what it is told to: for call logs that no simulated company would write, and answers that no service should give. */
export interface ScriptedRingCentral {
  url: string;
  accountId: string;
  /** Writes records, or other versions of those there are, as if they had just changed. */
  writes(...records: RawRecord[]): void;
  /** The next request whose path ends so is answered so. */
  answers(pathPart: string, wrong: WrongAnswer): void;
  /** No page holds more than so many records, whatever is asked for. */
  largestPage: number;
  close(): Promise<void>;
}

const startOf = ({ startTime }: RawRecord): number => Date.parse(String(startTime ?? ''));

export async function createScriptedRingCentral(extensions: { id: string; extensionNumber: string; type: string; name: string }[]): Promise<ScriptedRingCentral> {
  const log = new Map<string, RawRecord>();
  let changes: string[] = [];
  let wrongs: (WrongAnswer & { pathPart: string; times: number })[] = [];

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', scripted.url);
    const wrong = wrongs.find(({ pathPart }) => pathname.endsWith(pathPart));
    request.resume();
    if (wrong) {
      wrong.times -= 1;
      wrongs = wrongs.filter(({ times }) => times > 0);
      return answerWrongly(response, wrong);
    }
    const body = answerTo(request, pathname, searchParams);
    response.writeHead('errorCode' in body ? 400 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });

  function answerTo(request: IncomingMessage, pathname: string, query: URLSearchParams): object {
    const uri = `${scripted.url}/restapi/v1.0/account/${scripted.accountId}/call-log`;
    const newest = (records: RawRecord[]): RawRecord[] => records.sort((a, b) => (startOf(b) || 0) - (startOf(a) || 0));
    if (pathname.endsWith('/oauth/token')) return { access_token: `token of ${scripted.accountId}`, expires_in: 3600, scope: 'ReadAccounts ReadCallLog', owner_id: '1' };
    if (pathname.endsWith('/extension/~')) return { id: 1, name: 'Ines Call Sync', extensionNumber: '109', contact: { email: 'sync@harbor.example' }, account: { id: scripted.accountId } };
    if (pathname.endsWith('/extension')) return { records: extensions, navigation: {} };
    if (pathname.endsWith('/call-log')) {
      const [from, to] = [Date.parse(query.get('dateFrom') ?? ''), Date.parse(query.get('dateTo') ?? '')];
      const found = newest([...log.values()].filter((record) => record['deleted'] !== true && !(startOf(record) < from) && !(startOf(record) > to)));
      const perPage = Math.min(scripted.largestPage, Number(query.get('perPage')));
      const start = (Number(query.get('page')) - 1) * perPage;
      return { uri, records: found.slice(start, start + perPage), paging: {}, navigation: start + perPage < found.length ? { nextPage: { uri } } : {} };
    }
    if (pathname.endsWith('/call-log-sync')) {
      const token = query.get('syncToken');
      const known = token === null ? null : new RegExp(`^${scripted.accountId}-(\\d+)$`).exec(token);
      if (token !== null && known === null) return { errorCode: 'CLG-101', message: 'unknown token', errors: [{ errorCode: 'CLG-101' }] };
      const changed = [...new Set(changes.slice(Number(known?.[1] ?? 0)))].flatMap((id) => log.get(id) ?? []);
      if (token !== null && changed.length > 250) return { errorCode: 'CLG-104', message: 'too many', errors: [{ errorCode: 'CLG-104' }] };
      const records = token !== null ? changed : newest([...log.values()].filter((record) => record['deleted'] !== true && !(startOf(record) < Date.parse(query.get('dateFrom') ?? '')))).slice(0, Number(query.get('recordCount')));
      return { uri, records, syncInfo: { syncType: query.get('syncType'), syncToken: `${scripted.accountId}-${changes.length}`, syncTime: new Date().toISOString() } };
    }
    throw new Error(`not scripted: ${request.method} ${pathname}`);
  }

  const scripted: ScriptedRingCentral = {
    url: '', accountId: '310000', largestPage: 1000,
    writes(...records) {
      for (const record of records) {
        log.set(record.id, record);
        changes = [...changes, record.id];
      }
    },
    answers(pathPart, wrong) { wrongs.push({ pathPart, times: 1, ...wrong }); },
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  scripted.url = `http://ringcentral.localhost:${(server.address() as AddressInfo).port}`;
  return scripted;
}

function answerWrongly(response: ServerResponse, { status = 200, body = '', headers = {}, cut }: WrongAnswer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers, ...(cut && { 'Content-Length': String(body.length + 1000) }) });
  if (cut) response.write(body, () => response.destroy());
  else response.end(body);
}
