import type { Account, User } from '../account/account.ts';
import type { Answer } from '../http/answer.ts';
import { NotEmulated, notFound, PlatformError } from '../http/platform-error.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { HttpRequest } from '../http/request.ts';
import type { Session, Sessions } from '../oauth/sessions.ts';
import { readObject, requirePermission, type Operation } from './operation.ts';

export interface Rest {
  /** Answers a call under /restapi; throws PlatformError, NotEmulated for everything not in the list. */
  answer(request: HttpRequest): Promise<Answer>;
}

/** Finds the operation, checks token, scope and rate, resolves `~`, and lets the operation answer. */
export function createRest(tools: { account: Account; sessions: Sessions; rateLimits: RateLimits; operations: Operation[] }): Rest {
  const { account, sessions, rateLimits } = tools;
  const routes = tools.operations.map((operation) => ({ operation, pattern: patternOf(operation.template) }));

  function extensionNamed(name: string | undefined, caller: User): User {
    if (name === undefined || name === '~' || name === caller.id) return caller;
    if (name.includes(',')) throw new NotEmulated('several extension ids in one path');
    const user = account.user(name);
    if (!user) throw notFound('extensionId');
    return user;
  }

  return {
    async answer(request) {
      const method = request.headers['x-http-method-override']?.toString() ?? request.method;
      const route = routes.find(({ operation, pattern }) => operation.method === method && pattern.test(request.path));
      const session = authenticate(request, sessions);
      if (!route) throw new NotEmulated(`${method} ${templateOf(request.path)}`);
      const { operation } = route;
      const caller = account.user(session.extensionId);
      if (!caller) throw new PlatformError(401, 'OAU-213', 'Token not found', { topCode: 'TokenInvalid' });
      const rate = rateLimits.count(`${caller.id} ${session.clientId}`, operation.group);
      requireScope(operation, session);
      if (operation.permission) requirePermission(caller, operation.permission);
      const parameters: Record<string, string> = { ...route.pattern.exec(request.path)?.groups };
      if (parameters['accountId'] !== undefined) {
        if (parameters['accountId'] !== '~' && parameters['accountId'] !== account.accountId) throw notFound('accountId');
        parameters['accountId'] = account.accountId;
      }
      const answer = await operation.answer({
        session, caller, target: extensionNamed(parameters['extensionId'], caller), parameters,
        query: request.query, origin: request.origin, range: request.headers.range, object: () => readObject(request.body),
        bytes: request.bytes, contentType: request.headers['content-type'] ?? '',
      });
      return { ...answer, headers: { 'Content-Language': 'en', ...rate, ...answer.headers } };
    },
  };
}

/** Who calls, by the bearer token; throws 401 in the platform's words (ringcentral.md 1.4). */
function authenticate(request: HttpRequest, sessions: Sessions): Session {
  const token = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? (isMedia(request) ? request.query.get('access_token') : undefined);
  if (!token) throw new PlatformError(401, 'OAU-134', 'Authorization header is missing', { topCode: 'InvalidAuthorizationHeader' });
  const check = sessions.check(token);
  switch (check.is) {
    case 'valid': return check.session;
    case 'expired': throw new PlatformError(401, 'OAU-128', 'Access token expired', { topCode: 'TokenExpired' });
    case 'corrupted': throw new PlatformError(401, 'OAU-129', 'Access token corrupted', { topCode: 'TokenInvalid' });
    case 'unknown': throw new PlatformError(401, 'OAU-213', 'Token not found', { topCode: 'TokenInvalid' });
  }
}

/** Content may be asked for by a player that cannot send headers. */
const isMedia = ({ method, path }: HttpRequest): boolean => method === 'GET' && /\/content(\/[^/]+)?$/.test(path);

function requireScope(operation: Operation, session: Session): void {
  if (!operation.scope || session.scopes.includes(operation.scope)) return;
  throw new PlatformError(403, 'CMN-401', `In order to call this API endpoint, application needs to have [${operation.scope}] permission`, {
    topCode: 'InsufficientPermissions', details: { permissionName: operation.scope },
  });
}

/** `/a/{b}` as a pattern with a named group `b`. */
function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

const parameterAfter: Record<string, string> = { account: '{accountId}', accounts: '{accountId}', extension: '{extensionId}', extensions: '{extensionId}' };

/** A path with its values taken out, so that an error can name it without telling whose it was. */
export function templateOf(path: string): string {
  const parts = path.split('/');
  return parts.map((part, index) => parameterAfter[parts[index - 1] ?? ''] ?? (/^(v?\d+\.\d+|v\d|[a-z][a-z-]*)$/i.test(part) || part === '' ? part : '{id}')).join('/');
}
