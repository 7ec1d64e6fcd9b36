import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { convertText } from '../modules/encode.ts';
import type { HttpAnswer, HttpQuestion, OutgoingText } from '../modules/http-shapes.ts';
import type { SecretSeed } from '../options.ts';
import { SuiteScriptError } from './script-error.ts';

const connectMs = 5_000;
const transferMs = 45_000;
const largestAnswer = 10 * 1024 * 1024;

export interface Outgoing { send(question: HttpQuestion, script: string): Promise<HttpAnswer> }

/** Requests of N/https. Only hosts of the map and this machine are reached: the emulator has no way to the outside world. */
export function createOutgoing({ hostMap, secrets }: { hostMap: Record<string, string>; secrets: SecretSeed[] }): Outgoing {
  const lookup: LookupFunction = (hostname, options, callback) => {
    const address = hostMap[hostname] ?? '127.0.0.1';
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };

  /** Puts secrets into a text. A secret the script or the host may not have leaves the placeholder's error, never its value. */
  function textFor(text: OutgoingText, script: string, host: string): string {
    if (typeof text === 'string') return text;
    let result = text.base.replace(/\{(custsecret_[a-z0-9_]+)\}/g, (_, id: string) => {
      const secret = secrets.find((each) => each.id === id);
      if (!secret) throw new SuiteScriptError('SSS_INVALID_SECRET', `The API secret ${id} does not exist.`);
      if (!secret.scripts.includes(script) || !secret.domains.includes(host)) throw new SuiteScriptError('SSS_SECRET_NOT_ALLOWED', `The API secret ${id} may not be used by this script or sent to this domain.`);
      return secret.value;
    });
    for (const step of text.secure) {
      if (step.step === 'append') result += textFor(step.text, script, host);
      else if (step.step === 'convert') result = convertText(result, step.from, step.to);
      else result = result.replaceAll(step.pattern, step.replacement);
    }
    return result;
  }

  return {
    send(question, script) {
      const address = parse(typeof question.url === 'string' ? question.url : question.url.base);
      const host = address.hostname;
      const loopback = host === '127.0.0.1' || host === 'localhost';
      if (address.protocol !== 'https:' && !(address.protocol === 'http:' && (loopback || host in hostMap))) throw new SuiteScriptError('SSS_INVALID_URL', 'The URL must be a fully qualified HTTPS URL.');
      if (!loopback && !(host in hostMap)) throw new SuiteScriptError('SSS_UNKNOWN_HOST', `The host you requested ${host} is unknown or cannot be found.`);
      const target = parse(textFor(question.url, script, host));
      const headers = Object.fromEntries(Object.entries(question.headers).map(([name, value]) => [name, textFor(value, script, host)]));
      const body = question.body === null ? null : textFor(question.body, script, host);
      if (body !== null) headers['Content-Length'] = String(Buffer.byteLength(body));
      return transfer(target, question.method, headers, body, lookup);
    },
  };
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new SuiteScriptError('SSS_INVALID_URL', 'The URL must be a fully qualified HTTPS URL.');
  }
}

function transfer(target: URL, method: string, headers: Record<string, string>, body: string | null, lookup: LookupFunction): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const timers: NodeJS.Timeout[] = [];
    const over = (): void => timers.forEach((timer) => clearTimeout(timer));
    const fail = (error: Error): void => {
      over();
      reject(error instanceof SuiteScriptError ? error : new SuiteScriptError('SSS_CONNECTION_CLOSED', 'The host could not be reached.'));
      call.destroy();
    };
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = send(target, { method, headers, lookup, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > largestAnswer) fail(new SuiteScriptError('SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The answer is larger than 10 MB.'));
        else parts.push(part);
      });
      // A connection that breaks while the answer comes is told here, not at the request.
      answer.on('error', fail);
      answer.on('end', () => {
        over();
        resolve({ code: answer.statusCode ?? 0, headers: bothSpellings(answer.headers), body: Buffer.concat(parts).toString('utf8') });
      });
    });
    const connecting = setTimeout(() => fail(new SuiteScriptError('SSS_CONNECTION_TIME_OUT', 'The host did not answer in time.')), connectMs);
    timers.push(connecting, setTimeout(() => fail(new SuiteScriptError('SSS_REQUEST_TIME_EXCEEDED', 'The request took longer than 45 seconds.')), transferMs));
    call.on('socket', (socket) => socket.once('connect', () => clearTimeout(connecting)));
    call.on('error', fail);
    call.end(body ?? undefined);
  });
}

/** The platform gives each header as it came and in lower case. */
function bothSpellings(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : value ?? '';
    result[name] = text;
    result[name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())] = text;
  }
  return result;
}
