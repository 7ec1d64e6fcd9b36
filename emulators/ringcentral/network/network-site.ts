import { readFileSync } from 'node:fs';
import { json, page, type Answer } from '../http/answer.ts';
import type { HttpRequest } from '../http/request.ts';
import { SimulatorError } from '../telephony/contract.ts';
import type { Control } from './control.ts';
import { verbs } from './verbs.ts';

const asset = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
const pageHtml = asset('network.html');
const assets: Record<string, { type: string; text: string }> = {
  '/network/network.css': { type: 'text/css;charset=utf-8', text: asset('network.css') },
  ...Object.fromEntries(['network.js', 'parts.js', 'call-card.js', 'extension-card.js', 'texts.js']
    .map((name) => [`/network/${name}`, { type: 'text/javascript;charset=utf-8', text: asset(name) }])),
};

const refusal = (status: number, message: string): Answer => json({ message }, status);

/** A picture that was sent, shown only as what a browser cannot take for a page. */
function pictureAnswer(control: Control, message: string, attachment: string): Answer {
  const picture = control.texts.picture(message, attachment);
  if (!picture) return refusal(404, 'There is no such picture.');
  const type = /^image\/(png|jpeg|gif|webp)$/.test(picture.contentType) ? picture.contentType : 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type, 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' }, body: picture.bytes };
}

/**
 * The /network page and its JSON: GET /network/api/state, POST /network/api/<verb> with a JSON object.
 * The server lets in loopback hosts only; here, besides, nothing that another site's page sent: no cross-origin header is
 * ever given, a change needs a JSON type (which a foreign form cannot send) and, from a browser, our own Origin.
 */
export function createNetworkSite(control: Control): { answer(request: HttpRequest): Promise<Answer> } {
  async function act(request: HttpRequest): Promise<Answer> {
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== request.origin) return refusal(403, 'This page belongs to another site.');
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return refusal(415, 'Send a JSON object.');
    const verb = Object.hasOwn(verbs, request.path.slice('/network/api/'.length)) ? verbs[request.path.slice('/network/api/'.length)] : undefined;
    if (!verb) return refusal(404, 'There is no such verb.');
    let body: unknown;
    try {
      body = JSON.parse(request.body || '{}');
    } catch {
      return refusal(400, 'Send a JSON object.');
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return refusal(400, 'Send a JSON object.');
    try {
      return json((await verb(control, body as Record<string, unknown>)) ?? {});
    } catch (error) {
      if (error instanceof SimulatorError) return refusal(409, error.message);
      throw error;
    }
  }

  return {
    async answer(request) {
      const file = assets[request.path];
      if (request.method === 'POST' && request.path.startsWith('/network/api/')) return act(request);
      if (request.method !== 'GET') return refusal(405, 'Only GET and POST are understood here.');
      if (request.path === '/network/api/state') return json(control.state(), 200, { 'cache-control': 'no-store' });
      if (request.path === '/network' || request.path === '/network/') return page(pageHtml);
      const picture = /^\/network\/pictures\/(\d+)\/(\d+)$/.exec(request.path);
      if (picture) return pictureAnswer(control, picture[1] ?? '', picture[2] ?? '');
      if (file) return { status: 200, headers: { 'content-type': file.type, 'cache-control': 'no-cache' }, body: file.text };
      return refusal(404, 'There is no such page.');
    },
  };
}
