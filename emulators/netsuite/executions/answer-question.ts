import type { Holds } from '../control/holds.ts';
import type { MapReduceRuns } from '../tasks/map-reduce-runs.ts';
import type { Question } from './door.ts';
import { methodNotAllowed } from './jobs/restlet.ts';
import type { Outgoing } from './outgoing.ts';
import type { Pool } from './pool.ts';
import { failureOf } from './script-error.ts';
import type { HttpAnswer } from '../modules/http-shapes.ts';

interface Tools { holds: Holds; outgoing: Outgoing; pool(): Pool; tasks(): MapReduceRuns }

/** Answers what a script's thread asks while the script stands still. */
export function createAnswers({ holds, outgoing, pool, tasks }: Tools): (question: Question) => Promise<unknown> {
  return async (question) => {
    switch (question.ask) {
      case 'gate': return holds.gate(question.at, question.recordType, question.script);
      case 'https': return outgoing.send(question.request, question.script);
      case 'submit-task': return tasks().submit({ scriptId: question.script, deploymentId: question.deployment, params: question.parameters, byScript: true });
      case 'task-status': return tasks().status(question.taskId);
      case 'invoke': return invoke(pool(), question);
    }
  };
}

/** A script calls a Suitelet or RESTlet of the account: it runs under the caller's role, in a thread of its own. */
async function invoke(pool: Pool, question: Extract<Question, { ask: 'invoke' }>): Promise<HttpAnswer> {
  const { script, deployment, method, parameters, principal, parent } = question;
  const caller = { ...principal, session: null };
  const body = question.body ?? '';
  const header = Object.entries(question.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  try {
    if (question.kind === 'restlet') {
      const answer = await pool.run({ job: 'restlet', caller, script, deployment, method, parameters, contentType: (header ?? 'application/json').toLowerCase(), body, calledBy: parent }, { nested: true });
      return { code: 200, headers: { 'content-type': answer.contentType, 'Content-Type': answer.contentType }, body: answer.body };
    }
    const answer = await pool.run({ job: 'suitelet', caller, script, deployment, calledBy: parent, request: { method, url: '/app/site/hosting/scriptlet.nl', parameters: { ...parameters, script, deploy: deployment }, headers: question.headers, body, clientIpAddress: '127.0.0.1' } }, { nested: true });
    return { code: 200, headers: Object.fromEntries(answer.headers), body: answer.body };
  } catch (error) {
    const { code, message } = failureOf(error);
    return { code: code === methodNotAllowed ? 405 : 400, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error: { code, message } }) };
  }
}
