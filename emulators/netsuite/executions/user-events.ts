import type { Deployment, Script } from '../installation/installation.ts';
import { formObject } from '../modules/server-widget/form-object.ts';
import { recordObject } from '../modules/record/record-object.ts';
import { loud } from '../not-emulated.ts';
import { runsFor } from './audience.ts';
import type { Actor, Execution, UserEventStage, UserEventSubject } from './execution.ts';
import { runScript } from './run-script.ts';

/** Values of context.UserEventType. */
export const userEventTypes = {
  APPROVE: 'approve', CANCEL: 'cancel', CHANGEPASSWORD: 'changepassword', COPY: 'copy', CREATE: 'create', DELETE: 'delete', DROPSHIP: 'dropship', EDIT: 'edit', EDITFORECAST: 'editforecast',
  EMAIL: 'email', MARKCOMPLETE: 'markcomplete', ORDERITEMS: 'orderitems', PACK: 'pack', PAYBILLS: 'paybills', PRINT: 'print', QUICKVIEW: 'quickview', REASSIGN: 'reassign', REJECT: 'reject',
  SAVESUBMIT: 'savesubmit', SHIP: 'ship', SPECIALORDER: 'specialorder', TRANSFORM: 'transform', VIEW: 'view', XEDIT: 'xedit',
} as const;

/**
 * Runs the user events deployed to the record's type, in an order nobody may rely on. A save made inside a user event runs none.
 * What one of them throws goes on to the caller: it undoes the save in beforeSubmit, and only shows in afterSubmit.
 */
export function runUserEvents(actor: Actor, stage: UserEventStage, event: string, subject: UserEventSubject): void {
  if (actor.execution?.insideUserEvent) return;
  for (const { script, deployment } of shuffled(applicable(actor, event, subject.record.type.deploymentName))) {
    const caller = actor.execution;
    const runAs = caller ? undefined : actor.world.installation.roles.find((role) => role.key === deployment.runAsRole);
    runScript(
      {
        world: actor.world, script, deployment, entryPoint: stage, stage: 'userevent', context: actor.context, session: actor.session,
        principal: runAs ? { ...actor.principal, role: runAs } : actor.principal,
        parent: caller?.id ?? null, insideUserEvent: true, recordType: subject.record.type.id,
      },
      (entry, execution) => entry(contextOf(execution, stage, event, subject)),
    );
  }
}

function applicable(actor: Actor, event: string, deploymentName: string): { script: Script; deployment: Deployment }[] {
  return actor.world.installation.scripts
    .filter((script) => script.kind === 'userevent')
    .flatMap((script) => script.deployments.map((deployment) => ({ script, deployment })))
    .filter(({ script, deployment }) =>
      (deployment.recordType === 'RECORD' || deployment.recordType === deploymentName)
      && (deployment.eventType === '' || deployment.eventType.toLowerCase() === event)
      && (deployment.executionContexts === null || deployment.executionContexts.includes(actor.context))
      && runsFor(script, deployment, actor.principal));
}

function contextOf(execution: Execution, stage: UserEventStage, event: string, { record, old, form, request }: UserEventSubject): object {
  const newRecord = recordObject(execution, record, stage === 'beforeSubmit' || (stage === 'beforeLoad' && event === 'create') ? 'writable' : 'read-only');
  const common = { type: event, UserEventType: loud('UserEventType', { ...userEventTypes }), newRecord };
  if (stage === 'beforeLoad') {
    return loud('beforeLoad context', { ...common, form: form ? formObject(execution, form) : null, request: request?.(execution) ?? null });
  }
  return loud(`${stage} context`, { ...common, oldRecord: old ? recordObject(execution, old, 'read-only') : null });
}

function shuffled<T>(items: T[]): T[] {
  return items.map((item) => ({ item, at: Math.random() })).sort((one, other) => one.at - other.at).map(({ item }) => item);
}
