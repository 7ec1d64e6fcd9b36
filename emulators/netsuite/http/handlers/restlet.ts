import { notInAudience } from '../../executions/jobs/find-script.ts';
import { methodNotAllowed } from '../../executions/jobs/restlet.ts';
import { failureOf } from '../../executions/script-error.ts';
import { BodyTooLarge } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import { callerOf } from '../site.ts';
import type { Handler } from '../site.ts';

const path = '/app/site/hosting/restlet.nl';

/** RESTlets: admission, content types, and errors in the form that the request's type asks for (netsuite.md 4.3). */
export const restlet: Handler = async (site, exchange) => {
  if (exchange.path !== path) return false;
  const { session, method } = exchange;
  const contentType = (exchange.headers['content-type'] ?? '').toLowerCase();
  if (!session) return refuse(exchange, 401, 'INVALID_LOGIN_ATTEMPT', 'Invalid login attempt.', contentType);
  if (!['GET', 'POST', 'PUT', 'DELETE'].includes(method)) return refuse(exchange, 405, methodNotAllowed, 'Method not allowed.', contentType);
  const hasBody = method === 'POST' || method === 'PUT';
  if (hasBody && !/^(application\/json|text\/plain)\b/.test(contentType)) return refuse(exchange, 415, 'UNSUPPORTED_MEDIA_TYPE', 'The content type must be application/json or text/plain.', contentType);
  let body: string;
  try {
    body = hasBody ? await exchange.body() : '';
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse(exchange, 400, 'SSS_FILE_CONTENT_SIZE_EXCEEDED', error.message, contentType);
    throw error;
  }
  const leave = site.admit();
  if (!leave) return refuse(exchange, 400, 'SSS_REQUEST_LIMIT_EXCEEDED', 'Request Limit Exceeded.', contentType);
  const { script = '', deploy = '', ...parameters } = exchange.query;
  try {
    const answer = await site.pool.run({ job: 'restlet', caller: callerOf(session), script, deployment: deploy, method, parameters, contentType, body, calledBy: null });
    exchange.reply(200, { 'Content-Type': answer.contentType }, answer.body);
  } catch (error) {
    const { code, message, serialised } = failureOf(error);
    if (code === methodNotAllowed) refuse(exchange, 405, code, message, contentType);
    else if (code === 'INSUFFICIENT_PERMISSION' && message === notInAudience) refuse(exchange, 403, code, message, contentType);
    else if (code === 'SSS_INVALID_SCRIPTLET_ID' || code === 'INVALID_RETURN_DATA_FORMAT') refuse(exchange, 400, code, message, contentType);
    else refuse(exchange, 400, code, serialised, contentType);
  } finally {
    leave();
  }
  return true;
};

function refuse(exchange: Exchange, status: number, code: string, message: string, contentType: string): true {
  if (contentType.startsWith('text/plain')) exchange.reply(status, { 'Content-Type': 'text/plain; charset=utf-8' }, `error code: ${code}\nerror message: ${message}`);
  else exchange.json({ error: { code, message } }, status);
  return true;
}
