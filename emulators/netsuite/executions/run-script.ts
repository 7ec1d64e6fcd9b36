import type { Deployment, Principal, Script } from '../installation/installation.ts';
import type { Execution, World } from './execution.ts';
import { createUsage, limits } from './governance.ts';
import type { StageKind } from './governance.ts';
import { loadScript } from './load-modules.ts';
import { createRealm } from './realm.ts';
import { failureOf } from './script-error.ts';
import { NotEmulated } from '../not-emulated.ts';

export interface ScriptCall {
  world: World;
  script: Script;
  deployment: Deployment;
  entryPoint: string;
  stage: StageKind;
  principal: Principal;
  context: string;
  session: string | null;
  /** Execution that caused this one. */
  parent: number | null;
  insideUserEvent?: boolean;
  parameters?: Record<string, string>;
  /** For the execution log. */
  recordType?: string;
  /** Source of a one-off script; absent: the script's file. */
  source?: string;
}

export type EntryPoint = (...args: unknown[]) => unknown;

/** Entry points a file was seen to have, so that user events without the one asked for cost nothing. */
const entryPointsSeen = new Map<string, Set<string>>();

/**
 * Runs one entry point in a realm of its own and reports the execution. `invoke` gets the function and calls it with what it takes.
 * Answers null when the script has no such entry point. What the script throws goes on to the caller.
 */
export function runScript(call: ScriptCall, invoke: (entry: EntryPoint, execution: Execution, entries: Record<string, unknown>) => unknown): { value: unknown } | null {
  const { world, script, deployment } = call;
  const seenKey = call.source === undefined ? `${script.file} ${String(world.store.get('SELECT hash FROM file WHERE path = ?', script.file)?.['hash'])}` : null;
  const seen = seenKey === null ? undefined : entryPointsSeen.get(seenKey);
  if (seen && !seen.has(call.entryPoint)) return null;

  const limit = limits[call.stage];
  const execution: Execution = {
    world, script, deployment, principal: call.principal, context: call.context, session: call.session,
    id: world.door.nextExecutionId(), entryPoint: call.entryPoint, usage: createUsage(limit.units), realm: createRealm(), phase: 'define',
    insideUserEvent: call.insideUserEvent ?? false, parameters: call.parameters ?? {}, logLevel: deployment.logLevel,
    get execution() { return execution; },
  };
  const limitMs = world.installation.behaviour.timeLimitMs ?? limit.ms;
  world.door.tell({
    news: 'started', id: execution.id, script: script.scriptId, deployment: deployment.deploymentId, entryPoint: call.entryPoint,
    user: call.principal.userId, role: call.principal.role.key, parent: call.parent, context: call.context, limitMs,
  });
  const started = performance.now();
  let errorCode: string | null = null;
  let ran = true;
  try {
    const entries = loadScript(execution, call.source);
    if (seenKey !== null) entryPointsSeen.set(seenKey, new Set(Object.keys(entries)));
    const entry = entries[call.entryPoint];
    if (typeof entry !== 'function') {
      ran = false;
      return null;
    }
    const value = invoke(entry as EntryPoint, execution, entries);
    if (typeof (value as { then?: unknown } | null | undefined)?.then === 'function') throw new NotEmulated(script.scriptId, 'an entry point that answers a promise');
    return { value };
  } catch (error) {
    const { code, message, stack } = failureOf(error);
    errorCode = code;
    world.door.tell({ news: 'log', script: script.scriptId, deployment: deployment.deploymentId, level: 'SYSTEM', title: code, details: stack === '' ? message : stack, at: world.now().getTime() });
    throw error;
  } finally {
    execution.phase = 'ended';
    world.door.tell({ news: 'finished', id: execution.id, ran, units: execution.usage.used(), ms: Math.round(performance.now() - started), errorCode, recordType: call.recordType ?? null });
  }
}
