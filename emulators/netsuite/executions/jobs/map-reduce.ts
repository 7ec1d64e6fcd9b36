import { runQuery } from '../../suiteql/run.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import type { Deployment, Script } from '../../installation/installation.ts';
import type { Actor, Execution } from '../execution.ts';
import type { StageKind } from '../governance.ts';
import type { InputAnswer, KeyValue, MapReduceSummary, StageAnswer } from '../job.ts';
import { runScript } from '../run-script.ts';
import type { EntryPoint } from '../run-script.ts';
import { SuiteScriptError } from '../script-error.ts';

interface Work { script: string; deployment: string; parameters: Record<string, string> }

/** Rows a query given as input may have. */
const mostInputRows = 100_000;
const longestKey = 3_000;
const largestValue = 10 * 1024 * 1024;

/** Runs getInputData and cuts what it answers into pairs of key and text. */
export function inputData(actor: Actor, work: Work): InputAnswer {
  const stages = { hasMap: false, hasReduce: false, retryCount: 0, exitOnError: false };
  const answer = stage(actor, work, 'getInputData', (entry, execution, entries) => {
    const config = (entries['config'] ?? {}) as { retryCount?: unknown; exitOnError?: unknown };
    stages.hasMap = typeof entries['map'] === 'function';
    stages.hasReduce = typeof entries['reduce'] === 'function';
    stages.retryCount = Number(config.retryCount ?? 0);
    stages.exitOnError = config.exitOnError === true;
    return pairsOf(execution, entry(loud('getInputData context', { isRestarted: false, ObjectRef: execution.realm.adopt({}) })));
  });
  return { pairs: answer.value, units: answer.units, ...stages };
}

/** Runs map on one pair. */
export function mapPair(actor: Actor, work: Work & { pair: KeyValue; attempt: number }): StageAnswer {
  const [key, value] = work.pair;
  return written(actor, work, 'map', (execution, write) => loud('map context', { isRestarted: work.attempt > 0, executionNo: work.attempt + 1, errors: emptyList(execution), key, value, write }));
}

/** Runs reduce on one key and its values. */
export function reduceKey(actor: Actor, work: Work & { key: string; values: string[]; attempt: number }): StageAnswer {
  return written(actor, work, 'reduce', (execution, write) => loud('reduce context', { isRestarted: work.attempt > 0, executionNo: work.attempt + 1, errors: emptyList(execution), key: work.key, values: execution.realm.adopt(work.values), write }));
}

/** Runs summarize over what the stages left. */
export function summarize(actor: Actor, work: Work & { summary: MapReduceSummary }): StageAnswer {
  const { summary } = work;
  return written(actor, work, 'summarize', (execution) => loud('summarize context', {
    isRestarted: false, concurrency: summary.concurrency, dateCreated: execution.realm.date(summary.started), seconds: summary.seconds, usage: summary.usage, yields: 0,
    inputSummary: loud('inputSummary', { dateCreated: execution.realm.date(summary.started), seconds: summary.seconds, usage: summary.usage, error: summary.inputError }),
    mapSummary: stageSummary(execution, 'mapSummary', summary, summary.mapKeys, summary.mapErrors),
    reduceSummary: stageSummary(execution, 'reduceSummary', summary, summary.reduceKeys, summary.reduceErrors),
    output: iterable('output', summary.output),
  }));
}

function written(actor: Actor, work: Work, kind: 'map' | 'reduce' | 'summarize', context: (execution: Execution, write: EntryPoint) => object): StageAnswer {
  const pairs: KeyValue[] = [];
  const { units } = stage(actor, work, kind, (entry, execution) => {
    const write = (...args: unknown[]): void => {
      const given = (args.length === 1 && typeof args[0] === 'object' && args[0] !== null ? args[0] : { key: args[0], value: args[1] }) as { key: unknown; value: unknown };
      pairs.push(limited([textOf(given.key), textOf(given.value)]));
    };
    entry(context(execution, write));
  });
  return { written: pairs, units };
}

function stage<T>(actor: Actor, work: Work, kind: StageKind, body: (entry: EntryPoint, execution: Execution, entries: Record<string, unknown>) => T): { value: T; units: number } {
  const { script, deployment } = deployed(actor, work);
  let units = 0;
  const done = runScript(
    { world: actor.world, script, deployment, entryPoint: kind, stage: kind, principal: actor.principal, context: 'MAPREDUCE', session: null, parent: null, parameters: work.parameters },
    (entry, execution, entries) => {
      const value = body(entry, execution, entries);
      units = execution.usage.used();
      return { inner: value };
    },
  );
  if (!done && kind === 'getInputData') throw new SuiteScriptError('SSS_MISSING_ENTRY_POINT', `${script.scriptId} has no getInputData.`);
  return { value: (done?.value as { inner: T } | undefined)?.inner as T, units };
}

function deployed(actor: Actor, work: Work): { script: Script; deployment: Deployment } {
  const script = actor.world.installation.scripts.find((each) => each.scriptId === work.script);
  const deployment = script?.deployments.find((each) => each.deploymentId === work.deployment);
  if (!script || !deployment) throw new SuiteScriptError('SSS_INVALID_SCRIPT_ID', 'The script or its deployment does not exist.');
  return { script, deployment };
}

function pairsOf(execution: Execution, input: unknown): KeyValue[] {
  if (input === null || input === undefined) return [];
  if (Array.isArray(input)) return input.map((value, index) => limited([String(index), textOf(value)]));
  if (typeof input !== 'object') throw new SuiteScriptError('SSS_INVALID_INPUT_DATA', 'getInputData must answer an array, an object, a search or a query.');
  const reference = input as { type?: unknown; query?: unknown; params?: unknown };
  if (reference.type === 'suiteql') {
    const { columns, rows } = runQuery(execution, String(reference.query), Array.from((reference.params as Iterable<unknown> | undefined) ?? []), mostInputRows);
    return rows.map((row, index) => limited([String(index), JSON.stringify({ types: columns.map(() => 'STRING'), values: row })]));
  }
  if ('searchType' in input) {
    const pairs: KeyValue[] = [];
    (input as unknown as { run(): { each(callback: (row: { id: string }) => boolean): void } }).run().each((row) => {
      pairs.push(limited([row.id, JSON.stringify(row)]));
      return true;
    });
    return pairs;
  }
  if (reference.type !== undefined && ['search', 'file', 'query'].includes(String(reference.type))) throw new NotEmulated('getInputData', `an object reference of type ${String(reference.type)}`);
  return Object.entries(input).map(([key, value]) => limited([key, textOf(value)]));
}

function limited([key, value]: KeyValue): KeyValue {
  if (key.length > longestKey || value.length > largestValue) throw new SuiteScriptError('SSS_KEY_OR_VALUE_TOO_LONG', 'A key may have 3,000 characters and a value 10 MB.');
  return [key, value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function emptyList(execution: Execution): object {
  return loud('errors', { iterator: () => ({ each: () => undefined }), length: execution.realm.adopt([]).length });
}

function iterable(name: string, pairs: [string, string][]): object {
  return loud(name, {
    iterator: () => ({
      each(callback: (key: string, value: string) => unknown) {
        for (const [key, value] of pairs) {
          if (callback(key, value) !== true) return;
        }
      },
    }),
  });
}

function stageSummary(execution: Execution, name: string, summary: MapReduceSummary, keys: string[], errors: KeyValue[]): object {
  return loud(name, {
    dateCreated: execution.realm.date(summary.started), seconds: summary.seconds, usage: summary.usage, concurrency: summary.concurrency, yields: 0,
    keys: iterable(`${name}.keys`, keys.map((key) => [key, 'COMPLETE'])), errors: iterable(`${name}.errors`, errors),
  });
}
