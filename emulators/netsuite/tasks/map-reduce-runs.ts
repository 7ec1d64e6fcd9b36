import type { Installation, Script } from '../installation/installation.ts';
import type { Caller, InputAnswer, KeyValue, MapReduceSummary } from '../executions/job.ts';
import { systemUser } from '../executions/perform.ts';
import type { Pool } from '../executions/pool.ts';
import { failureOf, SuiteScriptError } from '../executions/script-error.ts';
import type { Kills } from './kills.ts';

export interface TaskStatus {
  taskId: string;
  status: 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED';
  stage: 'GET_INPUT' | 'MAP' | 'SHUFFLE' | 'REDUCE' | 'SUMMARIZE' | null;
  scriptId: string;
  deploymentId: string;
  /** Failures of single pairs, by key. */
  errors: { stage: string; key: string; message: string }[];
  units: number;
  /** Pairs and keys of either stage: how many there are, and how many are over and done with, failed ones too. */
  map: { total: number; done: number };
  reduce: { total: number; done: number };
}

export interface TaskOrder {
  scriptId: string;
  deploymentId?: string | null;
  params?: Record<string, string>;
  /** A script asks by N/task: a deployment that is scheduled runs by its schedule alone. */
  byScript?: boolean;
}

export interface MapReduceRuns {
  /** Starts it and answers the task id. Throws MAP_REDUCE_ALREADY_RUNNING when no deployment is free. */
  submit(order: TaskOrder): string;
  /** Starts every scheduled deployment that is free, as its schedule would; answers the task ids. */
  submitScheduled(scriptId?: string): string[];
  status(taskId: string): TaskStatus;
  /** Resolves when the task has ended. */
  finished(taskId: string): Promise<TaskStatus>;
  /** Resolves when nothing runs any more, whatever started it. */
  allFinished(): Promise<void>;
}

/** Pairs worked on at the same moment when the deployment allows more than one: the processors of a base account. */
const processors = 2;

const interrupted = (): SuiteScriptError => new SuiteScriptError('UNEXPECTED_ERROR', 'The invocation was interrupted.');

/** Runs map/reduce scripts: input, map pair by pair, shuffle, reduce key by key, summarize. A failing pair is noted and the others go on. */
export function createMapReduceRuns({ installation, pool, kills, now }: { installation: Installation; pool: Pool; kills: Kills; now(): Date }): MapReduceRuns {
  const tasks = new Map<string, { status: TaskStatus; done: Promise<TaskStatus> }>();
  const busy = new Set<string>();
  let last = 0;

  function submit(order: TaskOrder): string {
    const script = installation.scripts.find((each) => each.kind === 'mapreduce' && each.scriptId === order.scriptId);
    if (!script) throw new SuiteScriptError('SSS_INVALID_SCRIPT_ID', 'The map/reduce script does not exist.');
    const free = script.deployments.filter((each) => each.isDeployed && (order.deploymentId === undefined || order.deploymentId === null || each.deploymentId === order.deploymentId || String(each.number) === order.deploymentId));
    if (free.length === 0) throw new SuiteScriptError('SSS_INVALID_DEPLOYMENT_ID', 'The deployment does not exist.');
    const startable = free.filter((each) => order.byScript !== true || each.status !== 'SCHEDULED');
    if (startable.length === 0) throw new SuiteScriptError('FAILED_TO_SUBMIT_JOB_REQUEST_1', 'The deployment is scheduled: it runs by its schedule.');
    const deployment = startable.find((each) => !busy.has(each.deploymentId));
    if (!deployment) throw new SuiteScriptError('MAP_REDUCE_ALREADY_RUNNING', 'The map/reduce script deployment is already running.');
    const taskId = `MAPREDUCETASK_${Date.now().toString(16)}${(last += 1)}`;
    const status: TaskStatus = { taskId, status: 'PENDING', stage: null, scriptId: script.scriptId, deploymentId: deployment.deploymentId, errors: [], units: 0, map: { total: 0, done: 0 }, reduce: { total: 0, done: 0 } };
    busy.add(deployment.deploymentId);
    const done = work(script, deployment.deploymentId, order.params ?? {}, status)
      .catch((error: unknown) => {
        status.status = 'FAILED';
        status.errors.push({ stage: status.stage ?? 'GET_INPUT', key: '', message: failureOf(error).message });
      })
      .then(() => {
        busy.delete(deployment.deploymentId);
        return status;
      });
    tasks.set(taskId, { status, done });
    return taskId;
  }

  async function work(script: Script, deployment: string, parameters: Record<string, string>, status: TaskStatus): Promise<void> {
    const chosen = script.deployments.find((each) => each.deploymentId === deployment);
    const runAs = installation.roles.find((role) => role.key === chosen?.runAsRole);
    const caller: Caller = { userId: systemUser, role: runAs?.key ?? 'ADMINISTRATOR', session: null };
    const base = { caller, script: script.scriptId, deployment, parameters };
    const width = Math.max(1, Math.min(chosen?.concurrencyLimit ?? 1, processors));
    const started = now().getTime();
    const summary: MapReduceSummary = { inputError: null, mapKeys: [], mapErrors: [], reduceKeys: [], reduceErrors: [], output: [], started, seconds: 0, usage: 0, concurrency: width };
    status.status = 'PROCESSING';
    status.stage = 'GET_INPUT';
    const input = await pool.run({ job: 'input-data', ...base }).catch((error: unknown): InputAnswer => {
      summary.inputError = failureOf(error).message;
      status.errors.push({ stage: 'GET_INPUT', key: '', message: summary.inputError });
      return { pairs: [], retryCount: 0, exitOnError: false, hasMap: false, hasReduce: false, units: 0 };
    });
    summary.usage += input.units;

    async function each(stage: 'MAP' | 'REDUCE', keys: string[], run: (index: number, attempt: number) => Promise<{ written: KeyValue[]; units: number }>, errors: KeyValue[]): Promise<KeyValue[]> {
      status.stage = stage;
      const progress = stage === 'MAP' ? status.map : status.reduce;
      progress.total = keys.length;
      const results: KeyValue[][] = keys.map(() => []);
      let next = 0;
      let stopped = false;
      async function lane(): Promise<void> {
        while (next < keys.length && !stopped) {
          const index = next;
          next += 1;
          for (let attempt = 0; attempt <= input.retryCount; attempt += 1) {
            try {
              const fate = kills.take(script.scriptId, stage);
              if (fate === 'before') throw interrupted();
              const answer = await run(index, attempt);
              if (fate === 'after') throw interrupted();
              results[index] = answer.written;
              summary.usage += answer.units;
              break;
            } catch (error) {
              if (attempt < input.retryCount) continue;
              const { message, serialised } = failureOf(error);
              errors.push([keys[index] ?? '', serialised]);
              status.errors.push({ stage, key: keys[index] ?? '', message });
              stopped = input.exitOnError;
            }
          }
          progress.done += 1;
        }
      }
      await Promise.all(Array.from({ length: width }, lane));
      return results.flat();
    }

    let pairs = input.pairs;
    if (input.hasMap) {
      summary.mapKeys = pairs.map(([key]) => key);
      const before = pairs;
      pairs = await each('MAP', summary.mapKeys, (index, attempt) => pool.run({ job: 'map', ...base, pair: before[index] ?? ['', ''], attempt }), summary.mapErrors);
    }
    if (input.hasReduce) {
      status.stage = 'SHUFFLE';
      const grouped = new Map<string, string[]>();
      for (const [key, value] of pairs) {
        const values = grouped.get(key);
        if (values) values.push(value);
        else grouped.set(key, [value]);
      }
      summary.reduceKeys = [...grouped.keys()];
      pairs = await each('REDUCE', summary.reduceKeys, (index, attempt) => pool.run({ job: 'reduce', ...base, key: summary.reduceKeys[index] ?? '', values: grouped.get(summary.reduceKeys[index] ?? '') ?? [], attempt }), summary.reduceErrors);
    }
    summary.output = pairs;
    summary.seconds = (now().getTime() - started) / 1000;
    status.stage = 'SUMMARIZE';
    const last = await pool.run({ job: 'summarize', ...base, summary });
    status.units = summary.usage + last.units;
    status.stage = null;
    status.status = summary.inputError === null ? 'COMPLETE' : 'FAILED';
  }

  function submitScheduled(scriptId?: string): string[] {
    const due = installation.scripts.filter((script) => script.kind === 'mapreduce' && (scriptId ?? script.scriptId) === script.scriptId);
    return due.flatMap((script) => script.deployments
      .filter((deployment) => deployment.status === 'SCHEDULED' && deployment.isDeployed && !busy.has(deployment.deploymentId))
      .map(({ deploymentId }) => submit({ scriptId: script.scriptId, deploymentId })));
  }

  async function allFinished(): Promise<void> {
    while (busy.size > 0) await Promise.all([...tasks.values()].map(({ done }) => done));
  }

  function named(taskId: string): { status: TaskStatus; done: Promise<TaskStatus> } {
    const task = tasks.get(taskId);
    if (!task) throw new SuiteScriptError('SSS_INVALID_TASK_ID', 'The task does not exist.');
    return task;
  }

  return { submit, submitScheduled, allFinished, status: (taskId) => ({ ...named(taskId).status }), finished: (taskId) => named(taskId).done };
}
