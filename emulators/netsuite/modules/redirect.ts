import { findDeployment, findScript } from '../installation/installation.ts';
import type { Execution } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { typeNamed } from '../records/load-record.ts';
import { recordPath } from '../records/names.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';
import { queryText } from './query-text.ts';

const redirects = new WeakMap<Execution, string>();

/** Where the execution asked to send the browser; null when it did not. */
export function redirectOf(execution: Execution): string | null {
  return redirects.get(execution) ?? null;
}

export function setRedirect(execution: Execution, address: string): void {
  redirects.set(execution, address);
}

/** N/redirect: sends the browser of a Suitelet elsewhere. */
export const redirect: ModuleFactory = (execution) => defineModule(execution, 'N/redirect', {
  redirect(input: unknown) {
    const options = optionsOf('redirect.redirect', input, ['url']);
    setRedirect(execution, withParameters(String(options['url']), options['parameters']));
  },
  toRecord(input: unknown) {
    const options = optionsOf('redirect.toRecord', input, ['type', 'id']);
    setRedirect(execution, withParameters(recordPath(typeNamed(execution, String(options['type'])), Number(options['id']), options['isEditMode'] === true), options['parameters']));
  },
  toSuitelet(input: unknown) {
    const options = optionsOf('redirect.toSuitelet', input, ['scriptId', 'deploymentId']);
    const script = findScript(execution.world.installation, String(options['scriptId']));
    const deployment = script && findDeployment(script, String(options['deploymentId']));
    if (!script || !deployment) throw new SuiteScriptError('SSS_INVALID_SCRIPT_ID', 'The script or its deployment does not exist.');
    setRedirect(execution, withParameters(`/app/site/hosting/scriptlet.nl?script=${script.id}&deploy=${deployment.number}`, options['parameters']));
  },
});

function withParameters(address: string, parameters: unknown): string {
  const query = queryText(parameters);
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
}
