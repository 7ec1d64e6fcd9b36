import { loud, NotEmulated } from '../not-emulated.ts';
import type { TaskStatus } from '../tasks/map-reduce-runs.ts';
import { defineModule, optionsOf, optionsOrFirst } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

/** Of the stage that runs, 0 to 100; a task that has ended is at 100. */
function percentage(status: TaskStatus['status'], stage: TaskStatus['stage'], pairs: Record<'MAP' | 'REDUCE', TaskStatus['map']>): number {
  if (status === 'COMPLETE' || status === 'FAILED') return 100;
  if (stage !== 'MAP' && stage !== 'REDUCE') return 0;
  const { done, total } = pairs[stage];
  return total === 0 ? 100 : Math.floor((100 * done) / total);
}

/** N/task: map/reduce. */
export const task: ModuleFactory = (execution) => {
  const { door, installation } = execution.world;
  return defineModule(execution, 'N/task', {
    TaskType: { MAP_REDUCE: 'MAP_REDUCE', SCHEDULED_SCRIPT: 'SCHEDULED_SCRIPT' },
    TaskStatus: { PENDING: 'PENDING', PROCESSING: 'PROCESSING', COMPLETE: 'COMPLETE', FAILED: 'FAILED' },
    MapReduceStage: { GET_INPUT: 'GET_INPUT', MAP: 'MAP', SHUFFLE: 'SHUFFLE', REDUCE: 'REDUCE', SUMMARIZE: 'SUMMARIZE' },
    create(input: unknown) {
      const options = optionsOf('task.create', input, ['taskType']);
      if (options['taskType'] !== 'MAP_REDUCE') throw new NotEmulated('N/task', `tasks of type ${String(options['taskType'])}`);
      const object = {
        scriptId: options['scriptId'], deploymentId: options['deploymentId'], params: options['params'], taskType: 'MAP_REDUCE',
        submit() {
          execution.usage.charge(20);
          const { scriptId, deploymentId, params } = optionsOf('MapReduceScriptTask.submit', object, ['scriptId']);
          const script = installation.scripts.find((each) => each.scriptId === scriptId || String(each.id) === String(scriptId));
          return door.ask({
            ask: 'submit-task', script: script?.scriptId ?? String(scriptId), deployment: deploymentId === undefined || deploymentId === null ? null : String(deploymentId),
            parameters: Object.fromEntries(Object.entries((params as Record<string, unknown> | undefined) ?? {}).map(([name, value]) => [name, String(value)])),
          });
        },
      };
      return loud('task.MapReduceScriptTask', object);
    },
    checkStatus(...args: unknown[]) {
      const { taskId } = optionsOrFirst('task.checkStatus', args, ['taskId']);
      const { status, stage, scriptId, deploymentId, map, reduce } = door.ask({ ask: 'task-status', taskId: String(taskId) }) as TaskStatus;
      const counted = (count: () => number) => (): number => {
        execution.usage.charge(10);
        return count();
      };
      return loud('task.MapReduceScriptTaskStatus', {
        taskId: String(taskId), status, stage, scriptId, deploymentId,
        getPercentageCompleted: counted(() => percentage(status, stage, { MAP: map, REDUCE: reduce })),
        getTotalMapCount: counted(() => map.total),
        getPendingMapCount: counted(() => map.total - map.done),
        getTotalReduceCount: counted(() => reduce.total),
        getPendingReduceCount: counted(() => reduce.total - reduce.done),
      });
    },
  });
};
