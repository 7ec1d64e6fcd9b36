import type { HttpAnswer, HttpQuestion } from './http-shapes.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';
import { queryText } from './query-text.ts';
import { outgoingText, secureString } from './secure-string.ts';
import { loud } from '../not-emulated.ts';

/** N/https: requests to the world and to the account's own scripts. The script stands still until the answer is there. */
export const https: ModuleFactory = (execution) => {
  const { door } = execution.world;

  function answerObject(answer: HttpAnswer): object {
    return loud('https.ClientResponse', { code: answer.code, headers: execution.realm.adopt(answer.headers), body: answer.body });
  }

  function request(member: string, method: string, input: unknown): object {
    const options = optionsOf(`https.${member}`, typeof input === 'string' ? { url: input } : input, ['url']);
    execution.usage.charge(10);
    const body = options['body'];
    const form = typeof body === 'object' && body !== null && Object.prototype.toString.call(body) === '[object Object]' && typeof outgoingText(body) === 'string';
    const question: HttpQuestion = {
      method,
      url: outgoingText(options['url']),
      headers: Object.fromEntries(Object.entries((options['headers'] as Record<string, unknown> | undefined) ?? {}).map(([name, value]) => [name, outgoingText(value)])),
      body: body === undefined || body === null ? null : form ? queryText(body) : outgoingText(body),
    };
    if (form && !Object.keys(question.headers).some((name) => name.toLowerCase() === 'content-type')) question.headers['Content-Type'] = 'application/x-www-form-urlencoded';
    return answerObject(door.ask({ ask: 'https', request: question, script: execution.script.scriptId }) as HttpAnswer);
  }

  function invoke(kind: 'suitelet' | 'restlet', input: unknown): object {
    const options = optionsOf(`https.request${kind}`, input, ['scriptId', 'deploymentId']);
    execution.usage.charge(10);
    const text = (values: unknown): Record<string, string> => Object.fromEntries(Object.entries((values as Record<string, unknown> | undefined) ?? {}).map(([name, value]) => [name, String(value)]));
    const body = options['body'];
    return answerObject(door.ask({
      ask: 'invoke', kind, script: String(options['scriptId']), deployment: String(options['deploymentId']), method: String(options['method'] ?? (body === undefined ? 'GET' : 'POST')).toUpperCase(),
      parameters: text(options['urlParams']), headers: text(options['headers']), body: body === undefined || body === null ? null : typeof body === 'string' ? body : JSON.stringify(body),
      principal: { userId: execution.principal.userId, role: execution.principal.role.key }, parent: execution.id,
    }) as HttpAnswer);
  }

  return defineModule(execution, 'N/https', {
    Method: { GET: 'GET', POST: 'POST', PUT: 'PUT', DELETE: 'DELETE', HEAD: 'HEAD' },
    Encoding: { UTF_8: 'UTF_8', BASE_64: 'BASE_64', BASE_64_URL_SAFE: 'BASE_64_URL_SAFE', HEX: 'HEX' },
    get: (input: unknown) => request('get', 'GET', input),
    post: (input: unknown) => request('post', 'POST', input),
    put: (input: unknown) => request('put', 'PUT', input),
    delete: (input: unknown) => request('delete', 'DELETE', input),
    request: (input: unknown) => request('request', String(optionsOf('https.request', input, ['method', 'url'])['method']).toUpperCase(), input),
    createSecureString: (input: unknown) => secureString(String(optionsOf('https.createSecureString', input, ['input'])['input'])),
    requestRestlet: (input: unknown) => invoke('restlet', input),
    requestSuitelet: (input: unknown) => invoke('suitelet', input),
  });
};
