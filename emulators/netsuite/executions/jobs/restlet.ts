import type { Actor } from '../execution.ts';
import type { Caller, RestAnswer } from '../job.ts';
import { runScript } from '../run-script.ts';
import { SuiteScriptError } from '../script-error.ts';
import { scriptFor } from './find-script.ts';

/** Code for a method which the script does not have; HTTP answers 405. */
export const methodNotAllowed = 'SSS_INVALID_METHOD';

interface Work { caller: Caller; script: string; deployment: string; method: string; parameters: Record<string, string>; contentType: string; body: string; calledBy: number | null }

/** Runs a RESTlet's get, post, put or delete. A JSON body arrives as an object, text as a string; the answer follows the request's type. */
export function restlet(actor: Actor, work: Work): RestAnswer {
  const { script, deployment } = scriptFor(actor.world.installation, 'restlet', work.script, work.deployment, actor.principal);
  const json = work.contentType.startsWith('application/json');
  const done = runScript(
    { world: actor.world, script, deployment, entryPoint: work.method.toLowerCase(), stage: 'restlet', context: 'RESTLET', session: actor.session, principal: actor.principal, parent: work.calledBy },
    (entry, execution): RestAnswer => {
      const hasBody = work.method === 'POST' || work.method === 'PUT';
      const argument = hasBody ? (json ? (work.body === '' ? null : execution.realm.parse(work.body)) : work.body) : execution.realm.adopt(work.parameters);
      return answerOf(entry(argument), work.contentType);
    },
  );
  if (!done) throw new SuiteScriptError(methodNotAllowed, `Method not allowed: ${script.scriptId} has no entry point for ${work.method}.`);
  return done.value as RestAnswer;
}

function answerOf(value: unknown, contentType: string): RestAnswer {
  if (typeof value === 'string') return { body: value, contentType: contentType.startsWith('application/json') ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8' };
  if (value === null || value === undefined) return { body: '', contentType: 'text/plain; charset=utf-8' };
  if (typeof value !== 'object' || contentType.startsWith('text/plain')) {
    throw new SuiteScriptError('INVALID_RETURN_DATA_FORMAT', `Invalid data format. You should return ${contentType.startsWith('text/plain') ? 'TEXT' : 'JSON'}.`);
  }
  return { body: JSON.stringify(value), contentType: 'application/json; charset=utf-8' };
}
