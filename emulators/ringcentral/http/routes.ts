import { readFileSync } from 'node:fs';
import { oauthErrorAnswer, OAuthError } from '../oauth/oauth-error.ts';
import type { AuthorizePages } from '../oauth/authorize.ts';
import { consentPath, signInPath, styleSheetPath } from '../oauth/sign-in-pages.ts';
import type { TokenEndpoint } from '../oauth/token.ts';
import type { Rest } from '../rest/rest.ts';
import { templateOf } from '../rest/rest.ts';
import { redirect, type Answer } from './answer.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { errorAnswer, NotEmulated, PlatformError } from './platform-error.ts';
import type { HttpRequest } from './request.ts';
import type { RequestCounts } from './request-counts.ts';
import type { RestFaults } from './rest-faults.ts';

const styleSheet = readFileSync(new URL('../oauth/sign-in.css', import.meta.url), 'utf8');

/** Which part of the simulator answers what, as one list. */
export function createRoutes(tools: {
  authorizePages: AuthorizePages; tokenEndpoint: TokenEndpoint; rest: Rest; network: { answer(request: HttpRequest): Promise<Answer> };
  restFaults: RestFaults; requestCounts: RequestCounts; exposesRateHeaders: () => boolean;
}): (request: HttpRequest) => Promise<Answer> {
  const { authorizePages, tokenEndpoint, rest, network, restFaults, requestCounts } = tools;

  /** Pages that a person sees. */
  function pages(request: HttpRequest): Answer | undefined {
    switch (`${request.method} ${request.path}`) {
      case 'GET /restapi/oauth/authorize': case 'POST /restapi/oauth/authorize': return authorizePages.authorize(request);
      case `POST ${signInPath}`: return authorizePages.signIn(request);
      case `POST ${consentPath}`: return authorizePages.consent(request);
      case `GET ${styleSheetPath}`: return { status: 200, headers: { 'content-type': 'text/css;charset=utf-8' }, body: styleSheet };
      case 'GET /favicon.ico': return { status: 204 };
      case 'GET /': return redirect('/network');
      default: return undefined;
    }
  }

  /** What programs call, from other origins too. */
  async function api(request: HttpRequest): Promise<Answer> {
    if (request.method === 'OPTIONS') return { status: 204, headers: preflightHeaders() };
    requestCounts.note(request);
    await restFaults.suffer(request);
    switch (`${request.method} ${request.path}`) {
      case 'POST /restapi/oauth/token': return tokenEndpoint.token(request);
      case 'POST /restapi/oauth/revoke': return tokenEndpoint.revoke(request);
      default: return rest.answer(request);
    }
  }

  /** Cross-origin headers belong to the API alone: no other site may read the sign-in pages or /network. */
  async function withCors(request: HttpRequest, answering: (request: HttpRequest) => Promise<Answer>): Promise<Answer> {
    const cors = corsHeaders(request, tools.exposesRateHeaders());
    const given = await answering(request).catch(refused);
    return { ...given, headers: { ...cors, ...given.headers } };
  }

  return async (request) => {
    if (request.path === '/network' || request.path.startsWith('/network/')) return network.answer(request);
    try {
      const page = pages(request);
      if (page) return page;
    } catch (error) {
      return refused(error);
    }
    if (request.path.startsWith('/restapi/')) return withCors(request, api);
    throw new NotEmulated(`${request.method} ${templateOf(request.path)}`);
  };
}

/** A refusal in the envelope of the part that refused; anything else is passed on as the defect it is. */
function refused(error: unknown): Answer {
  if (error instanceof OAuthError) return oauthErrorAnswer(error);
  if (error instanceof PlatformError) return errorAnswer(error);
  throw error;
}
