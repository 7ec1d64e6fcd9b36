import { redirectOf } from '../../modules/redirect.ts';
import type { Actor } from '../execution.ts';
import type { Caller, WebRequest, WebResponse } from '../job.ts';
import { runScript } from '../run-script.ts';
import { SuiteScriptError } from '../script-error.ts';
import { runningAs, scriptFor } from './find-script.ts';
import { formPage } from './form-page.ts';
import { requestObject, responseObject } from './web-objects.ts';

/** Runs a Suitelet's onRequest. Throws what the script throws, SSS_INVALID_SCRIPTLET_ID, INSUFFICIENT_PERMISSION. */
export function suitelet(actor: Actor, work: { caller: Caller; script: string; deployment: string; request: WebRequest; calledBy: number | null }): WebResponse {
  const { installation } = actor.world;
  const { script, deployment } = scriptFor(installation, 'suitelet', work.script, work.deployment, actor.principal);
  const done = runScript(
    {
      world: actor.world, script, deployment, entryPoint: 'onRequest', stage: 'suitelet', context: 'SUITELET', session: actor.session,
      principal: runningAs(installation, deployment, actor.principal, work.calledBy), parent: work.calledBy,
    },
    (entry, execution): WebResponse => {
      const { response, written } = responseObject(execution);
      entry({ request: requestObject(execution, work.request), response });
      const form = written.form;
      return {
        headers: written.headers, body: written.body, redirect: written.redirect ?? redirectOf(execution),
        page: form === null ? null : formPage(actor, form, { kind: 'suitelet', scriptFile: script.file, submitTo: work.request.url }),
      };
    },
  );
  if (!done) throw new SuiteScriptError('SSS_MISSING_ENTRY_POINT', `${script.scriptId} has no onRequest.`);
  return done.value as WebResponse;
}
