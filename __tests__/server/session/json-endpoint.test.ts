import random = require('N/crypto/random');
import runtime = require('N/runtime');
import url = require('N/url');
import * as v from 'valibot';
import { csrfToken } from '../../../src/server/session/csrf.ts';
import { Refused } from '../../../src/server/refused.ts';
import { answerJson, reading, type Action } from '../../../src/server/session/json-endpoint.ts';
import { netSuiteError } from '../account.ts';

const host = 'tstdrv1234567.app.netsuite.com';
let session: Map<string, string>;
let changed: string[];
let headers: Record<string, string>;

const actions: Record<string, Action> = {
  look: { changes: false, run: () => 'seen' },
  paint: { changes: true, run: (body) => { changed.push(String(body['colour'])); return 'painted'; } },
  measure: { changes: false, run: (body) => reading(v.object({ action: v.string(), width: v.number(), note: v.pipe(v.string(), v.maxLength(5)) }), body) },
  forbidden: { changes: false, run: () => { throw netSuiteError('INSUFFICIENT_PERMISSION'); } },
  broken: { changes: false, run: () => { throw new Error('+16505550100 of Ann Harper'); } },
  refused: { changes: false, run: () => { throw new Refused('BAD_SETTING', 'settings.server'); } },
};

/** One request of a page of ours, with whatever is changed about it. */
function ask(body: unknown, { method = 'POST', ...more }: Record<string, string> = {}): unknown {
  const written: string[] = [];
  const sent: Record<string, string> = { 'content-type': 'application/json', origin: `https://${host}`, 'x-rcns-token': 'read', ...more };
  for (const [name, value] of Object.entries(sent)) if (value === '') delete sent[name];
  answerJson({ method, headers: sent, body: typeof body === 'string' ? body : JSON.stringify(body) } as never, { setHeader: ({ name, value }: { name: string; value: string }) => { headers[name] = value; }, write: ({ output }: { output: string }) => written.push(output) } as never, actions);
  return JSON.parse(written.join(''));
}
const refusal = (code: string, detail: string) => ({ ok: false, error: { code, detail } });

beforeEach(() => {
  session = new Map();
  changed = [];
  headers = {};
  let drawn = 0;
  jest.spyOn(random, 'generateUUID').mockImplementation(() => `1f0c2b3a-0000-4000-8000-00000000000${(drawn += 1)}`);
  jest.spyOn(url, 'resolveDomain').mockReturnValue(host);
  Object.assign(url, { HostType: { APPLICATION: 'APPLICATION' } });
  jest.spyOn(runtime, 'getCurrentSession').mockReturnValue({ get: ({ name }: { name: string }) => session.get(name) ?? null, set: ({ name, value }: { name: string; value: string }) => session.set(name, value) } as never);
});
afterEach(() => jest.restoreAllMocks());

describe('a page asking our Suitelets', () => {
  test('is answered as JSON that nobody keeps', () => {
    expect(ask({ action: 'look' })).toEqual({ ok: true, value: 'seen' });
    expect(headers).toEqual({ 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
  });

  test.each([
    ['an action nobody knows', { action: 'fly' }, {}, refusal('BAD_REQUEST', 'action')],
    ['an action every object has', { action: 'toString' }, {}, refusal('BAD_REQUEST', 'action')],
    ['a GET', { action: 'look' }, { method: 'GET' }, refusal('BAD_REQUEST', 'method')],
    ['a form of a foreign page', 'action=look', { 'content-type': 'application/x-www-form-urlencoded' }, refusal('BAD_REQUEST', 'Content-Type')],
    ['a text a foreign form can send', { action: 'look' }, { 'content-type': 'text/plain' }, refusal('BAD_REQUEST', 'Content-Type')],
    ['half a JSON', '{"action":', {}, refusal('BAD_REQUEST', 'body')],
    ['a list', [{ action: 'look' }], {}, refusal('BAD_REQUEST', 'body')],
    ['a page of another origin', { action: 'look' }, { origin: 'https://evil.example' }, refusal('BAD_REQUEST', 'Origin')],
    ['our host without encryption', { action: 'look' }, { origin: `http://${host}` }, refusal('BAD_REQUEST', 'Origin')],
    ['a host that only begins like ours', { action: 'look' }, { origin: `https://${host}.evil.example` }, refusal('BAD_REQUEST', 'Origin')],
    ['a request without origin', { action: 'look' }, { origin: '' }, refusal('BAD_REQUEST', 'Origin')],
    ['a request without our header', { action: 'look' }, { 'x-rcns-token': '' }, refusal('BAD_TOKEN', 'X-RCNS-Token')],
    ['ten megabytes', JSON.stringify({ action: 'look', note: 'x'.repeat(10_000_000) }), {}, refusal('TOO_LARGE', 'body')],
  ])('is refused for %s', (_what, body, more, expected) => expect(ask(body, more)).toEqual(expected));

  test('changes nothing without the token of its session', () => {
    csrfToken();
    for (const token of ['read', 'T', '', 'ffffffff-0000-4000-8000-000000000000', 'x'.repeat(500)]) expect(ask({ action: 'paint', colour: 'red' }, { 'x-rcns-token': token })).toMatchObject({ ok: false, error: { code: 'BAD_TOKEN' } });
    expect(changed).toEqual([]);
    expect(ask({ action: 'paint', colour: 'green' }, { 'x-rcns-token': csrfToken() })).toEqual({ ok: true, value: 'painted' });
  });

  test('is told which fields do not fit, and never what stood in them', () => {
    expect(ask({ action: 'measure', width: 'wide <script>', note: 'abc' })).toEqual(refusal('BAD_REQUEST', 'width'));
    expect(ask({ action: 'measure', width: 1, note: 'abcdef' })).toEqual(refusal('TOO_LARGE', 'note'));
  });

  test.each([
    ['forbidden', refusal('FORBIDDEN', 'INSUFFICIENT_PERMISSION')],
    ['refused', refusal('BAD_SETTING', 'settings.server')],
    ['broken', refusal('NETSUITE', 'Error')],
  ])('gets a %s action as a code without names or numbers', (action, expected) => expect(ask({ action })).toEqual(expected));
});

test('an emulator on this computer needs no encryption', () => {
  jest.spyOn(url, 'resolveDomain').mockReturnValue('netsuite.localhost:8080');
  expect(ask({ action: 'look' }, { origin: 'http://netsuite.localhost:8080' })).toEqual({ ok: true, value: 'seen' });
});

describe("a session's token", () => {
  test('is the same in every tab', () => expect(csrfToken()).toBe(csrfToken()));

  test('stays good when two tabs asked for the first one at the same moment', () => {
    const first = csrfToken();
    session.delete('rcns_csrf');
    const second = csrfToken();
    expect(second).not.toBe(first);
    for (const token of [first, second]) expect(ask({ action: 'paint', colour: 'blue' }, { 'x-rcns-token': token })).toMatchObject({ ok: true });
  });
});
