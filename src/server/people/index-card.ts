import log = require('N/log');
import query = require('N/query');
import task = require('N/task');
import type { MapReduceScriptTaskStatus } from 'N/task';
import { indexStages, type IndexCard, type IndexRun } from '../../wire/people/phone-index.ts';
import { errorName } from '../netsuite/error-name.ts';
import { parameters, phoneIndex, scripts } from '../netsuite/ids.ts';
import { Refused } from '../refused.ts';
import type { Action } from '../session/json-endpoint.ts';
import { loadIndexState, rememberOrder, type IndexState } from './index-state.ts';

const { scriptId, deploymentId } = scripts.rebuildIndex;

/** 10 units while people are indexed, otherwise none. */
function runOf({ ordered, built }: IndexState): IndexRun {
  if (ordered === null) return { is: 'none' };
  try {
    const status = task.checkStatus({ taskId: ordered.task }) as MapReduceScriptTaskStatus;
    if (status.status === 'PENDING') return { is: 'waiting' };
    if (status.status === 'PROCESSING') {
      const stage = indexStages.find((known) => known === status.stage) ?? 'GET_INPUT';
      return { is: 'running', stage, percent: stage === 'MAP' ? status.getPercentageCompleted() : null };
    }
    return built !== null && built.at >= ordered.at ? { is: 'none' } : { is: 'failed' };
  } catch (failure) {
    // NetSuite forgets tasks, and a sandbox never knew those of production.
    if (built !== null && built.at >= ordered.at) return { is: 'none' };
    log.error({ title: 'NetSuite does not tell how the rebuild of the phone index stands', details: errorName(failure) });
    return { is: 'untold' };
  }
}

/** How the index stands, under the caller's own permissions. 32 units. */
function indexCard(): IndexCard {
  const state = loadIndexState();
  const [row] = query.runSuiteQL({ query: `SELECT COUNT(*) AS numbers FROM ${phoneIndex.type}` }).asMappedResults();
  return { numbers: Number(row?.['numbers'] ?? 0), built: state.built, run: runOf(state) };
}

/** Reads everybody again, by the deployment on demand: one that is scheduled cannot be started by a script. 68 units at most. */
function rebuildIndex(now: number): IndexCard {
  try {
    rememberOrder(task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId, deploymentId, params: { [parameters.indexDays]: 0 } }).submit(), now);
  } catch (failure) {
    if (errorName(failure) === 'MAP_REDUCE_ALREADY_RUNNING') throw new Refused('CONFLICT', 'running');
    throw failure;
  }
  return indexCard();
}

/** What administrators see and order of the phone index. */
export const indexActions: Record<string, Action> = {
  'read-index': { changes: false, run: () => indexCard() },
  'rebuild-index': { changes: true, run: () => rebuildIndex(Date.now()) },
};
